import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a server is to find a portal, and what it is to do with it. */
export interface Site {
  /** Folder of the configuration files that are shipped. */
  readonly shipped: string;
  /** Folder for what the server writes. */
  readonly scratch: string;
  /** Folder of the host; the portal is below it, at the path under which it is. */
  readonly root: string;
  readonly base: string;
  readonly port: number;
}

/** A web server as Debian packages it. */
export interface ServerKind {
  readonly name: string;
  /** Writes the configuration and gives the command that serves it in the foreground. */
  readonly prepare: (site: Site) => Promise<readonly [program: string, ...args: string[]]>;
}

/** Replaces a line of a shipped file as its comments ask for; throws where the file has no such line. */
const edited = (text: string, edits: readonly (readonly [from: string, to: string])[]): string =>
  edits.reduce((made, [from, to]) => {
    if (!made.includes(from)) throw new Error(`the shipped file has no "${from}"`);
    return made.replaceAll(from, to);
  }, text);

const nginx: ServerKind = {
  name: 'nginx',
  prepare: async ({ shipped, scratch, root, base, port }) => {
    const site = edited(await readFile(join(shipped, 'nginx.conf'), 'utf8'), [
      ['listen 80;', `listen 127.0.0.1:${port};`],
      ['root /srv/wian/dist;', `root ${root};`],
      ['"~^(?<wian_place>', `"~^${base}(?<wian_place>`],
      ['error_page 404 /404.html', `error_page 404 ${base}/404.html`],
      ['"^(?<wian_base>)/', `"^(?<wian_base>${base})/`],
      ['include wian-capitals.map;', `include ${join(shipped, 'wian-capitals.map')};`],
    ]);
    await writeFile(join(scratch, 'site.conf'), site);
    const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${join(scratch, name)};`)
      .join(' ');
    const main = `daemon off; master_process off; pid ${join(scratch, 'pid')}; error_log stderr;
events {}
http { access_log off; ${bodies} include ${join(scratch, 'site.conf')}; }
`;
    await writeFile(join(scratch, 'nginx.conf'), main);
    return ['nginx', '-e', 'stderr', '-p', scratch, '-c', join(scratch, 'nginx.conf')];
  },
};

const caddy: ServerKind = {
  name: 'caddy',
  prepare: async ({ shipped, scratch, root, base, port }) => {
    const placed =
      base === ''
        ? '\timport wian\n'
        : `\tvars wian_base ${base}\n\tredir ${base} ${base}/\n\thandle_path ${base}/* {\n\t\timport wian\n\t}\n`;
    const site = edited(await readFile(join(shipped, 'Caddyfile'), 'utf8'), [
      [':80 {', `http://127.0.0.1:${port} {`],
      ['/srv/wian/dist', root + base],
      ['\timport wian\n', placed],
    ]);
    const config = join(scratch, 'Caddyfile');
    await writeFile(config, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
    return ['caddy', 'run', '--adapter', 'caddyfile', '--config', config];
  },
};

const MODULES =
  'mpm_event authz_core authz_host dir mime headers setenvif rewrite deflate filter env'.split(' ');

const apache: ServerKind = {
  name: 'apache2',
  prepare: async ({ shipped, scratch, root, base, port }) => {
    const rules = edited(await readFile(join(shipped, 'htaccess'), 'utf8'), [
      ['"^()(/.*)$"', `"^(${base})(/.*)$"`],
      ['ErrorDocument 404 /404.html', `ErrorDocument 404 ${base}/404.html`],
    ]);
    await writeFile(join(scratch, 'htaccess'), rules);
    const modules = process.env.WIAN_APACHE_MODULES ?? '/usr/lib/apache2/modules';
    const types = join(scratch, 'mime.types');
    await writeFile(
      types,
      'text/html html htm\ntext/css css\ntext/plain txt\napplication/pdf pdf\n',
    );
    const config = `${MODULES.map((name) => `LoadModule ${name}_module ${join(modules, `mod_${name}.so`)}`).join('\n')}
ServerName localhost
ServerRoot ${scratch}
PidFile ${join(scratch, 'pid')}
DefaultRuntimeDir ${scratch}
Listen 127.0.0.1:${port}
ErrorLog ${join(scratch, 'error.log')}
TypesConfig ${types}
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
  Options FollowSymLinks
</Directory>
<Directory ${root}${base}>
  Include ${join(scratch, 'htaccess')}
</Directory>
`;
    await writeFile(join(scratch, 'apache.conf'), config);
    return ['apache2', '-X', '-f', join(scratch, 'apache.conf')];
  },
};

export const SERVERS: readonly ServerKind[] = [nginx, caddy, apache];
