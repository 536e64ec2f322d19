import { SLIP_DAYS } from '#core/slip/slip.ts';
import type { Command } from '../lib/command.ts';

export const slips: Command = {
  help: `
npm run -s track -- slips CIRCULAR --province P [--missing] [--renew] [--days N] [--out FILE] [--dry-run] [--json]
npm run -s track -- slips CIRCULAR --province P --revoke [--dry-run] [--json]
npm run -s track -- slips --slip NO --revoke [--dry-run] [--json]

Prints slips by which offices acknowledge a circular without a password: A4 as PDF, one slip for each office of the province
that the circular comes to and that has no good one, each with a QR code and a code to type at /ack/. A desk (npm run desk) has to run there.

  --province  id of the province, its two digits, or its full name
  --missing   only offices that have not acknowledged it
  --renew     for offices with a good slip too; the former one is of no use any more
  --days      for how many days they are good, today the first: 1 to 365, ${SLIP_DAYS} by default
  --out       the file; slips-CIRCULAR-PROVINCE.pdf by default
  --revoke    makes the slips of that circular and province useless, or the one whose number --slip gives
  --dry-run   says which slips would be made or revoked, writes nothing

Slips are kept in the database of the desk (DATABASE_URL, or .data/desk.sqlite) and signed with .data/secret, which is made
where there is none; WIAN_SITE_URL is the address that codes lead to.

  WIAN_SITE_URL=https://wian.example.go.th npm run -s track -- slips dla-x-wx-0325 --province 50 --dry-run
`,
  // Only this command needs the database of the desk, whose packages take longer to load than most ledgers.
  run: async (args, io) => (await import('../slips/command.ts')).runSlips(args, io),
};
