import { html } from 'hono/html';
import { endingText, type Pace, type SubscriptionTarget } from '#core/board/subscription.ts';
import type { ListedSubscription } from '#store/desk/subscriptions.ts';
import type { SignedIn } from './app.ts';
import { sectionName } from './board-pages.ts';
import { feedAddress } from './feed-routes.ts';
import { button, type FormMessage, type Html, head, hidden } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';

/** The box of the form of a question by which who asks gets mail about answers. */
export const followBox = ({ t }: PageParts, checked: boolean): Html => html`
    <p class="desk-consent"><input id="follow" name="follow" type="checkbox" value="yes"${checked ? html` checked` : ''}> <label for="follow">${t.follow.own}</label></p>`;

const endButton = (label: string, name?: string): Html =>
  html`<button class="button" type="submit" name="pace" value=""${name ? html` aria-label="${label}: ${name}"` : ''}>${label}</button>`;

/** How one gets mail about a thread or section: a button for each pace, and one that ends it. */
export const followPart = (
  { t, at, board, outbox }: PageParts,
  target: SubscriptionTarget,
  says: string,
  pace: Pace | null,
  member: SignedIn | null,
): Html => {
  const { follow } = t;
  const next = target.kind === 'thread' ? `/${target.target}/` : `/?section=${target.target}`;
  const choice = (one: Pace): Html | '' =>
    one === pace
      ? ''
      : html`<button class="button" type="submit" name="pace" value="${one}">${follow.does[one]}</button>`;
  return html`
  <section class="stack desk-part" aria-labelledby="follow-title">
    <h2 id="follow-title">${follow.title}</h2>
    <p>${pace ? follow.gets(follow.paces[pace]) : says}</p>
    ${outbox && member?.hasMail ? html`<p class="desk-message desk-note">${t.said.outbox}</p>` : ''}
    ${member?.hasMail === false ? html`<p class="desk-message desk-note">${follow.noMail} <a href="${at}/">${t.pages.members}</a></p>` : ''}
    ${
      member
        ? html`<form method="post" action="${board}/follow/">${hidden('target', endingText(target))}
      <div class="desk-acts">${member.hasMail ? html`${choice('now')} ${choice('daily')}` : ''} ${pace ? endButton(follow.does.end) : ''}</div></form>`
        : html`<p><a href="${at}/?next=${encodeURIComponent(next)}">${follow.signIn}</a></p>`
    }
    <p><a type="application/atom+xml" href="${feedAddress(board, target.kind === 'thread' ? Number(target.target) : target.target)}">${follow.feed}</a></p>
  </section>`;
};

/** What a subscription is about, in words. */
export const subscriptionName = (
  { t }: PageParts,
  { kind, target, title, isWaiting }: Omit<ListedSubscription, 'pace'>,
): string => {
  if (kind === 'section') return t.follow.listSection(sectionName(t.board, target));
  if (title === null) return t.follow.goneThread(target);
  return isWaiting ? t.follow.waitingThread(title) : t.follow.listThread(title);
};

/** The part of one's own page with all that one gets mail about. */
export const subscriptionPart = (
  parts: PageParts,
  subscriptions: readonly ListedSubscription[],
): Html => {
  const { t, board } = parts;
  const item = (one: ListedSubscription): Html => {
    const name = subscriptionName(parts, one);
    const href =
      one.kind === 'thread' ? `${board}/${one.target}/` : `${board}/?section=${one.target}`;
    const isSeen = one.kind === 'section' || (one.title !== null && !one.isWaiting);
    return html`
      <li>
        <span>${isSeen ? html`<a href="${href}">${name}</a>` : name}<br><span class="soft">${t.follow.paces[one.pace]}</span></span>
        <form method="post" action="${board}/follow/">${hidden('target', endingText(one))}${hidden('back', 'members')}${endButton(t.follow.does.end, name)}</form>
      </li>`;
  };
  return html`
  <section class="stack desk-part" id="mail">
    <h2>${t.follow.list}</h2>
    ${subscriptions.length === 0 ? html`<p>${t.follow.none}</p>` : html`<ul class="desk-sessions">${subscriptions.map(item)}</ul>`}
  </section>`;
};

/** The page behind the address of a letter, which ends something by a press. */
export const endPage = (
  { t, at }: PageParts,
  address: string,
  says: string,
  message?: FormMessage,
): Html => html`
  ${head(t.follow.end.title, message)}
  ${message ? '' : html`<form class="desk-form" method="post" action="${address}"><p>${says}</p>${button(t.follow.does.end)}</form>`}
  <p><a href="${at}/">${t.pages.members}</a></p>`;
