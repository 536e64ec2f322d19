import type { DeskTexts } from '../desk-texts.ts';

/** Texts of the ways to sign in besides a password, in English. */
export const ways: DeskTexts['ways'] = {
  title: 'Ways to sign in',
  password: 'Password',
  hasPassword: 'You have a password.',
  noPassword:
    'You have no password. Once you have a confirmed e-mail address, set one by "Forgotten password".',
  noMail: 'None, so nobody can send you mail; you can read and write all the same.',
  freshHelp: 'This works within 10 minutes of signing in. After that, sign out and in again first.',
  provider: {
    signIn: (label) => `Sign in with ${label}`,
    signUp: (label) => `Sign up with ${label}`,
    signUpLead: (label) =>
      `${label} confirms that it is you, so you need no password. Wian gets a reference only, and your e-mail address where ${label} has checked it; it neither gets nor keeps the number of a citizen, a full name or a home address.`,
    go: (label) => `Go to ${label}`,
    goHelp: (label) =>
      `You are being taken to ${label}. If the page does not change, use this link.`,
    connect: (label) => `Connect ${label}`,
    disconnect: (label) => `Disconnect ${label}`,
    connected: (label, when) => `Connected with ${label} since ${when}`,
    unconnected: (label) => `Not connected with ${label}`,
    onlyWay: (label) =>
      `It can be disconnected once you have a password: ${label} is the only way by which you can sign in.`,
    saidConnected: (label) => `${label} is connected. You can sign in with it from now on.`,
    saidDisconnected: (label) => `${label} is disconnected.`,
    down: (label) =>
      `${label} does not answer at the moment, so nobody can sign in with it. Please try again later, or sign in with your password if you have one.`,
    cancelled: (label) => `${label} says that you did not confirm, so nothing was done.`,
    expired:
      'This way in has expired, was used already, or was begun in another browser. Please begin again.',
    wrong: (label) =>
      `What ${label} answered does not show who you are, so nothing was done. Please try again later.`,
    unknown: (label) =>
      `No member is connected with your ${label} yet. If you are no member, sign up here. If you are, sign in as before and connect it on your own page.`,
    taken: (label) =>
      `The e-mail address that ${label} has checked belongs to a member. If that is you, sign in with your password and connect ${label} on your own page.`,
    otherMember: (label) => `This ${label} is connected with another member, so nothing was done.`,
    has: (label) => `${label} is connected already.`,
    privacy: (label) =>
      `If you use ${label}: a keyed hash of the reference by which ${label} knows you, so that we know you when you come back, and your e-mail address where ${label} has checked it. Until you disconnect it or delete your data. No number of a citizen, full name, home address or token of ${label} is kept.`,
  },
  passkey: {
    signIn: 'Sign in with a passkey',
    add: 'Add a passkey',
    name: 'Name of the passkey',
    firstName: 'My device',
    nameHelp: 'Only you see it: phone, or computer at the office.',
    named: (name) => `the passkey "${name}"`,
    rename: 'Rename',
    remove: 'Remove the passkey',
    since: (name, when) => `Passkey "${name}", added ${when}`,
    added: 'The passkey was added. You can sign in with it from now on.',
    renamed: 'The passkey was renamed.',
    removed: 'The passkey was removed.',
    noScript: 'Passkeys need JavaScript, which is off in this browser.',
    unable: 'This browser cannot use passkeys.',
    cancelled: 'No passkey was used. Try again, or sign in another way.',
    has: 'This device has a passkey of yours already.',
    wrong: 'You cannot sign in with this passkey. It may have been removed; use another way.',
    refused: 'This passkey could not be added. Please try again.',
    nameFault: 'Give the passkey a name of at most 60 characters.',
    many: (most) => `You have ${most} passkeys, which is the most. Remove one first.`,
    signInFirst: 'You were signed out. Please sign in first.',
    privacy:
      'If you use a passkey: its public key, the name you gave it, the model of the device where that says it, and how often it was used, to check that it is you. Until you remove it. Your fingerprint or face does not leave your device.',
  },
  mail: {
    subject: 'A change in how you sign in - Wian',
    added: (way) =>
      `A way to sign in to your account at Wian was added: ${way}.\n\nIf that was not you, remove it on your own page, sign out everywhere, set a new password, and tell the administrators at once.\n`,
    removed: (way) =>
      `A way to sign in to your account at Wian was removed: ${way}.\n\nIf that was not you, sign out everywhere, set a new password, and tell the administrators at once.\n`,
  },
  refused: {
    fresh:
      'You signed in more than 10 minutes ago, so nothing was done yet. Please sign out, sign in again and repeat it.',
    onlyWay: 'This is the only way by which you can sign in, so it was not disconnected.',
  },
};
