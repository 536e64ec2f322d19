import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a desk asks of an authenticator. */
interface Options {
  readonly challenge: string;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const UP = 0x01;
const UV = 0x04;
const ATTESTED = 0x40;

/** CBOR of a text and of bytes, of fewer than 256 (RFC 8949). */
const cborText = (text: string) =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
const cborBytes = (bytes: Buffer) => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);

/** A public key of P-256 as authenticators write it (COSE, RFC 9053). */
const coseKey = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const part = (text: string) => cborBytes(Buffer.from(text, 'base64url'));
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
  return Buffer.concat([head, part(x), Buffer.from([0x22]), part(y)]);
};

/** A device that holds one passkey, for a site of this origin. It answers as browsers do (Web Authentication, level 3). */
export const authenticator = (origin: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let count = 0;
  const dataOf = (flags: number, more: Buffer = Buffer.alloc(0)) => {
    count += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    const site = sha256(new URL(origin).hostname);
    return Buffer.concat([site, Buffer.from([flags]), counter, more]);
  };
  const clientData = (type: string, { challenge }: Options, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  return {
    create: (options: Options): string => {
      const key = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey),
      ]);
      const data = dataOf(UP | UV | ATTESTED, key);
      const object = [Buffer.from([0xa3]), cborText('fmt'), cborText('none'), cborText('attStmt')];
      const attestation = Buffer.concat([
        ...object,
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(data),
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', options, origin).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },
    /** Signs in; for a site of another origin, or without having seen who holds the device, where a test wants that. */
    get: (
      options: Options,
      more: { readonly from?: string; readonly unseen?: boolean } = {},
    ): string => {
      const data = dataOf(more.unseen ? UP : UP | UV);
      const client = clientData('webauthn.get', options, more.from ?? origin);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
};
