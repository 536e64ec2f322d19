import type { DeskTexts } from '../desk-texts.ts';
import { board } from './desk-board.ts';
import { follow } from './desk-follow.ts';
import { letters, publishing } from './desk-letters.ts';
import { moves } from './desk-moves.ts';
import { writing } from './desk-pages.ts';
import { promote } from './desk-promote.ts';
import { registers } from './desk-registers.ts';
import { slips } from './desk-slips.ts';
import { ways } from './desk-ways.ts';

/** Texts of the desk in English. */
export const desk: DeskTexts = {
  board,
  follow,
  letters,
  publishing,
  moves,
  promote,
  registers,
  slips,
  ways,
  writing,
  details: {
    title: 'Name and e-mail',
    changeName: 'Change the name',
    changeEmail: 'Change the e-mail address',
    addEmail: 'Add an e-mail address',
    emailHelp:
      'The new address holds once you have opened the link in the letter to it. The old one is told.',
    nameChanged: 'The name was changed, also on your earlier posts.',
    emailChanged: 'The new e-mail address holds now.',
    sameEmail: 'You use this e-mail address already.',
  },
  grants: {
    title: 'Who holds a role',
    since: (when) => `since ${when}`,
    joined: (when) => `member since ${when}`,
    editorOf: (section) => `Editor, only of ${section}`,
    roleOf: (name) => `Role of ${name}`,
    grant: 'Grant the role',
    revoke: 'Take the role away',
    find: 'Find a member',
    found: (count) => (count === 0 ? 'No member has this name.' : `Found: ${count}`),
    offices: 'Grant a role by e-mail address, and officers of offices',
    granted: 'The role was granted.',
    revoked: 'The role was taken away.',
    same: 'Nothing was changed, as it was so already.',
    last: 'This is the last administrator, and without one nobody could grant roles. Make somebody else one first.',
    may: 'This role is not granted or taken away here.',
    missing: 'There is no such member any more.',
  },
  signedOut: {
    kept: 'You were signed out, so nothing was done. What you typed is still on this page: do not close it or go back yet.',
    files: (names) => `Files were not kept. Choose them again once this was sent again: ${names}`,
    cut: 'What was sent is too large to be kept as a whole: fill in files, and fields behind them, once this was sent again.',
    first: 'Sign in first, beside this page.',
    signIn: 'Sign in in a new tab',
    second: 'Come back to this page and send what you typed.',
    send: 'Send again',
    script:
      'You were signed out, so nothing was done. Sign in in another tab, come back and press the same button; what you typed is still there.',
  },
  formOwner: {
    other: (name) =>
      `This page was made for somebody else, but ${name} is signed in now, so nothing was done. What was typed is still on this page.`,
    self: 'If you are somebody else, sign out and sign in under your own name first, then come back and send it.',
    account: 'Open the page of members in a new tab',
    here: (name) => `If you are ${name}, and want to send what was typed on this page`,
    send: (name) => `Send in the name of ${name}`,
    script: (name) =>
      `This page was made for somebody else, but ${name} is signed in now, so nothing was done. Open this page anew, then send again.`,
  },
  siteName: 'Wian',
  pages: {
    members: 'Members',
    signIn: 'Sign in',
    signUp: 'Sign up',
    sent: 'Mail was sent',
    confirm: 'Confirm your e-mail address',
    forgot: 'Forgotten password',
    reset: 'Set a new password',
    privacy: 'What is kept, and why',
    deleted: 'Your data was deleted',
    refused: 'This could not be done',
    missing: 'There is no such page',
  },
  fields: {
    name: 'Name that others see',
    email: 'E-mail',
    password: 'Password',
    newPassword: 'New password',
    passwordHelp: 'At least 10 characters',
    consent: 'I consent that my name and e-mail address are kept as described in',
  },
  does: {
    signIn: 'Sign in',
    signUp: 'Sign up',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out everywhere',
    endSession: 'Sign this one out',
    confirm: 'Confirm this address',
    forgot: 'Ask for a new password',
    reset: 'Set the password',
    export: 'Get my data (JSON)',
    delete: 'Delete my data',
  },
  here: 'the one you are using',
  since: (when) => `signed in ${when}`,
  sessions: 'Where you are signed in',
  myData: 'My data',
  deleteHelp:
    'Name, address, password, roles, subscriptions and sessions are deleted at once, and cannot be brought back. Your pictures on the board go too.',
  roles: {
    member: 'Member',
    officer: 'Verified officer',
    moderator: 'Moderator',
    editor: 'Editor',
    administrator: 'Administrator',
  },
  role: 'Role',
  said: {
    sent: 'If that address can be used, mail reaches it within minutes. Open the link in it. If none comes, look among the spam, or ask again in an hour.',
    outbox:
      'This machine has no mail server set. Letters are kept as .eml files in .data/outbox/, where whoever runs it can open them.',
    confirmed: 'Your address is confirmed. You can sign in.',
    passwordSet:
      'The new password is set, and you are signed out everywhere. Sign in with the new one.',
    signedOut: 'You are signed out.',
    deleted: 'Name, address, password and all sessions were deleted.',
    confirmAsk: 'Press the button to confirm that this address is yours.',
  },
  refused: {
    wrong: 'The e-mail address or the password is wrong.',
    unconfirmed: 'This address is not confirmed yet. Open the link in the mail that was sent.',
    wait: (minutes) => `Too many tries. Wait ${minutes} min, then try again.`,
    name: 'Give a name that others see, of at most 60 characters.',
    nameData:
      'The name that others see must not hold a mobile number, a citizen number or a private e-mail address.',
    email: 'This is no e-mail address. Check how it is spelled.',
    short: 'The password is too short: at least 10 characters.',
    long: 'The password is too long: at most 128 characters.',
    consent: 'Without consent to keep name and address one cannot sign up.',
    link: 'This link has expired or was used. Ask for a new one.',
    password: 'The password is wrong. Nothing was done.',
    origin:
      'This request did not come from a page of this site. Nothing was done. Open the page again and retry.',
    missing: 'There is no page of members at this address.',
    fault: 'Something failed here. Nothing was saved. Try again later.',
    faultKept:
      'Something failed here, so nothing was saved. What you typed is still on this page: do not close it or go back. Wait a moment, then send it again.',
    large: 'What was sent is too long.',
  },
  mail: {
    confirmSubject: 'Confirm your e-mail address - Wian',
    confirm: (url) =>
      `Somebody signed up to Wian with this address. If it was you, open this link within one hour:\n\n${url}\n\nIf it was not you, do nothing.\n`,
    existsSubject: 'You are a member already - Wian',
    exists: (url) =>
      `Somebody signed up to Wian with this address again, which is a member already. If it was you and you forgot the password, ask for a new one:\n\n${url}\n\nIf it was not you, do nothing: nothing of yours has changed.\n`,
    move: (url) =>
      `A member of Wian asked to use this address in place of another. If that is you, open this link within an hour.\n\n${url}\n\nIf not, you need do nothing.\n`,
    movedSubject: 'The e-mail address of a member was changed - Wian',
    moved:
      'The member of Wian who used this address uses another now, and mail no longer comes here. If it was not you who changed it, tell those who run the site at once.\n',
    resetSubject: 'Set a new password - Wian',
    reset: (url) =>
      `Somebody asked for a new password for this address. If it was you, open this link within one hour:\n\n${url}\n\nIf it was not you, do nothing: the old password still holds.\n`,
  },
  privacy: {
    lead: 'As little as is needed; nothing is sold, passed on or tracked.',
    kept: 'What is kept, why, and for how long',
    name: 'The name that others see, so that one knows who is who: until you delete it.',
    email:
      'The e-mail address, to confirm you, to set a new password and to tell you what concerns you. Nobody else sees it. Until you delete it; what is not confirmed within 7 days is deleted.',
    password:
      'The password in a form that cannot be read back (scrypt), to check that it is you: until you delete or change it.',
    sessions:
      'Where you are signed in: time, IP address and name of the browser, so that you see them and can end them. They hold for at most 30 days, and are deleted when you sign out.',
    tries:
      'How often a password was wrong or mail was asked for, under a keyed hash of the e-mail or IP address, against guessing. Counted anew after 2 hours.',
    posts:
      'Your posts on the board, what they said before you changed them, and your reports: so that others can read and moderators can check. Pictures are kept without place and camera. When you delete your data, pictures go, and posts stay under "former member".',
    follows:
      'Threads and sections about which you get mail, and the posts of which you were told: to send what you asked for, and not twice. Subscriptions are kept until you end them or delete your data, what you were told of for 30 days.',
    audit:
      'Which member, by number, did what and when, so that it can be traced. It cannot be changed or deleted, and holds no name or address.',
    rights: 'Your rights',
    export: 'Get all of your data as a file at any time, on the page of members.',
    delete:
      'Delete your data at any time, on the page of members; that is also how consent is withdrawn.',
  },
};
