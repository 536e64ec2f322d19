import { html } from 'hono/html';
import { LONGEST_ALT, MOST_PICTURES } from '#core/board/picture.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import type { PictureTable } from '#store/desk/tables.ts';
import type { Html } from './form-parts.ts';

type BoardTexts = DeskTexts['board'];

/** Where a picture is on the desk. */
export const pictureAddress = (board: string, id: string): string => `${board}/picture/${id}.webp`;

/** The fields of a form that take pictures; `room` is how many the post may still get. */
export const pictureFields = (t: BoardTexts, room = MOST_PICTURES): Html | '' =>
  room <= 0
    ? ''
    : html`
  <fieldset class="desk-pictures">
    <legend>${t.picture.legend(room)}</legend>
    <p class="desk-field">
      <label for="picture">${t.picture.file}</label>
      <input id="picture" name="picture" type="file" accept="image/jpeg,image/png,image/webp" multiple aria-describedby="picture-help">
      <span class="soft" id="picture-help">${t.picture.help}</span>
    </p>
    <p class="desk-field">
      <label for="alt">${t.picture.alt}</label>
      <input id="alt" name="alt" type="text" maxlength="${LONGEST_ALT}" autocomplete="off">
    </p>
  </fieldset>`;

/** The pictures that a post has, each with a box by which its writer takes it away. */
export const pictureChoices = (
  t: BoardTexts,
  board: string,
  pictures: readonly PictureTable[],
): Html | '' =>
  pictures.length === 0
    ? ''
    : html`
  <fieldset class="desk-pictures">
    <legend>${t.picture.remove}</legend>
    ${pictures.map(
      ({ id, alt, place }) => html`
    <p class="desk-consent"><input id="gone-${place}" name="gone" type="checkbox" value="${id}"> <label for="gone-${place}"><img class="desk-small" src="${pictureAddress(board, id)}" alt="${alt}" loading="lazy"></label></p>`,
    )}
  </fieldset>`;

/** Pictures below a post. */
export const pictureList = (board: string, pictures: readonly PictureTable[]): Html | '' =>
  pictures.length === 0
    ? ''
    : html`
  <div class="desk-shown">${pictures.map(
    ({ id, alt, width, height }) =>
      html`<a href="${pictureAddress(board, id)}"><img src="${pictureAddress(board, id)}" alt="${alt}" width="${width}" height="${height}" loading="lazy"></a>`,
  )}</div>`;
