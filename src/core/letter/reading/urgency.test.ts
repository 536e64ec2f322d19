import { expect, it } from 'vitest';
import { findUrgency } from './urgency.ts';

it.each([
  ['ด่วน', 'urgent'],
  ['ด่วนมาก', 'very-urgent'],
  ['ด่วนที่สุด', 'most-urgent'],
  ['ด่วน ที่ สุ ด', 'most-urgent'],
  ['รถด่วน', undefined],
  ['ด่วนภายใน ๓๐ มิถุนายน ๒๕๖๘', undefined],
])('findUrgency(%s)', (text, urgency) => expect(findUrgency(text)?.urgency).toBe(urgency));
