import { expect, it } from 'vitest';
import type { CitationText } from '#core/letter/reading/citation-text.ts';
import { scoreCitation } from './score-citation.ts';
import { newScore } from './tally.ts';

const READING: CitationText = {
  issuer: 'กรมสมมติ',
  urgency: null,
  prefix: 'มท',
  unit: '0808.4',
  circular: true,
  running: '12',
  date: '2025-06-20',
  subject: null,
  doubts: [],
};
const truth = { running: '12', text: 'x' };

it.each<[string, Partial<CitationText>, string]>([
  ['the true number', {}, 'right'],
  ['another one', { running: '13' }, 'wrong'],
  ['none', { running: null }, 'missed'],
  [
    'another one, marked',
    { running: '13', doubts: [{ field: 'running', reason: 'range' }] },
    'doubtful',
  ],
  ['the true one, marked', { doubts: [{ field: 'running', reason: 'range' }] }, 'doubtful'],
  [
    'the true one, another part marked',
    { doubts: [{ field: 'date', reason: 'date-unclear' }] },
    'right',
  ],
])('counts %s', (_, given, outcome) => {
  const score = newScore();
  const made = { text: truth.text, truth: { running: truth.running } };
  scoreCitation(score, { ...READING, ...given }, made, 'here');
  expect(score.tallies.get('running')).toMatchObject({ [outcome]: 1 });
});
