import type { OfflineTexts } from '../messages.ts';

/** Texts about reading without a connection. */
export const offline: OfflineTexts = {
  title: 'Read offline',
  lead: 'Keep circulars on this device, and read and search them without a connection.',
  shortName: 'Wian',
  update: 'There is newer information. Press to open it',
  noScript:
    'Keeping pages for reading offline needs JavaScript, which is off in this browser. Pages and attachments can be saved one by one as usual.',
  note: {
    kept: 'Opened from the copy kept on this device, because Wian cannot be reached or is very slow.',
    stored: 'Kept on',
    missing:
      'Wian cannot be reached, and this page is not kept on this device. Pages that are kept are listed below.',
  },
  obstacle: {
    'plain-http':
      'The browser keeps no pages, because Wian was opened by http://, which is not encrypted. Open it by https://, or ask its operator for Wian on a USB stick, which needs no installation.',
    forbidden:
      'This browser keeps no pages, most often because this is a private window or an old version. Open Wian in an ordinary window, or ask its operator for Wian on a USB stick, which needs no installation.',
  },
  kept: {
    title: 'Kept on this device',
    nothing: 'Nothing is kept yet.',
    size: '{files} files kept, {size}',
    whole: 'complete, {day}',
    part: 'not complete yet',
    renewable: 'There is newer information than what is kept ({day}); bring it up to date below.',
    goOn: 'Continue',
    renew: 'Bring up to date',
    seen: 'Pages opened last',
    wipe: 'Delete everything kept',
    wiped: 'Deleted. No page of Wian is kept on this device.',
  },
  keep: {
    title: 'What to keep',
    button: 'Keep for reading offline',
    start: 'Start, {size}',
    stop: 'Stop',
    counting: 'Counting',
    size: '{files} files, {size}, of which {rest} is to be downloaded.',
    tooLarge: 'This is more than the device can keep. Choose a part of it, or use a USB stick.',
    already: 'Kept already, {day}.',
    progress: '{size} of {all} kept',
    done: 'All is kept, {day}. It can be read without a connection.',
    stopped:
      'Stopped; {size} of {all} is kept. Continue at any time, even after closing this page.',
    offline: 'The connection broke; {size} of {all} is kept. Continue when it is back.',
    full: 'The browser has no more space; {size} of {all} is kept and can be read. Delete something, or choose less.',
    busy: 'Another window is downloading. Wait for it, or stop it there.',
    partial:
      'Some files could not be kept, as what came is not what the list says. {size} of {all} is kept; try to continue.',
    failed: 'Something went wrong. Open this page again and try once more.',
  },
  scopes: {
    office: 'Circulars of the chosen office',
    officeOf: 'Circulars of {name}',
    noOffice: 'No office is chosen yet.',
    chooseOffice: 'Choose my office',
    everything: 'Everything',
    everythingText:
      'All pages, attachments and the search; not the feeds, open data and calendars, which are for other programs.',
    everythingSize: '{files} files, {size}',
    sectionText: '{files} files, {size}, and the search',
    sectionAndCommon:
      '{files} files, {size}; the first time also the search and what all pages share, {common}',
  },
  facts: {
    title: 'What Wian keeps by itself',
    seen: (pages, size) =>
      `While you read, the browser keeps the frame of the pages and those you opened: at most ${pages} files and ${size}; then the oldest go first.`,
    private:
      'All of it stays in this browser and is sent nowhere. Attachments are kept only when you ask for it.',
    old: 'A page opened from its copy says at its top of which day its information is. With a connection, Wian always opens the new page.',
    install: 'Install it as an app from the menu of the browser, such as "Add to home screen".',
  },
  units: { kilo: '{n} kB', mega: '{n} MB', giga: '{n} GB' },
  notKept: 'not kept on this device',
};
