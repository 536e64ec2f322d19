import type { DeskTexts } from '../desk-texts.ts';

/** Texts about mail on new posts in English. */
export const follow: DeskTexts['follow'] = {
  title: 'Mail about new posts',
  thread: 'You can get mail about new answers in this thread.',
  section: (name) => `You can get mail about new questions in the section "${name}".`,
  paces: { now: 'at once', daily: 'in one letter a day' },
  does: {
    now: 'Get mail at once',
    daily: 'Get one letter a day',
    end: 'Stop mail',
  },
  gets: (pace) => `You get mail about this: ${pace}.`,
  noMail: 'You have no confirmed address yet, so no mail can be sent to you. Add one at:',
  signIn: 'Sign in to get mail about new posts',
  feed: 'Feed of this (Atom)',
  own: 'Send me mail when there is an answer (you can stop it at any time)',
  list: 'Mail from the board',
  none: 'You get no mail from the board. Choose it below a thread, or below the list of a section.',
  listThread: (title) => `New answers in "${title}"`,
  listSection: (name) => `New questions in the section "${name}"`,
  waitingThread: (title) => `New answers in "${title}", which waits for a moderator`,
  goneThread: (number) => `Thread ${number}, which a moderator took away`,
  end: {
    title: 'Stop mail',
    thread: (title) => `Press the button to get no more mail about new answers in "${title}".`,
    section: (name) =>
      `Press the button to get no more mail about new questions in the section "${name}".`,
    daily: 'Press the button to get no more daily letters at all.',
    done: 'Done: you get no more mail about this.',
    wrong:
      'This link is incomplete or wrong. Copy the whole line of the mail, or sign in and stop it on the page of members.',
  },
  mail: {
    threadSubject: (title) => `New answer: ${title} - Wian`,
    sectionSubject: (name) => `New question in ${name} - Wian`,
    dailySubject: (day) => `The board on ${day} - Wian`,
    thread: 'There is a new answer in a thread about which you get mail.',
    section: (name) => `There is a new question in the section "${name}".`,
    daily: 'New posts in threads and sections about which you get a letter a day.',
    question: (title) => `New question: ${title}`,
    answer: (title) => `New answer: ${title}`,
    by: (name) => `By ${name}`,
    more: (count) => `And ${count} more posts, on the board.`,
    end: (address) => `Stop this mail: ${address}`,
    all: (address) => `All that you get mail about: ${address}`,
  },
};
