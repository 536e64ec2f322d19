import { expect, it } from 'vitest';
import { movementOfCells } from './movement.ts';
import { seenCodes } from './office-codes.ts';

const sent = (number: string, date: string, doubt = '') =>
  movementOfCells({ no: '1', kind: 'sent', office: 'p99', number, date, doubt });

it('tells the codes seen on letters, the latest first, each with the last day on which it was', () => {
  const letters = [
    sent('ชช 0099.9/ว 11', '2024-01-02'),
    sent('ชช 0099.9/12', '2024-03-04'),
    sent('ชช 0088.8/ว 13', '2025-05-06'),
  ];
  expect(seenCodes(letters)).toEqual([
    { code: 'ชช 0088.8', seen: '2025-05-06' },
    { code: 'ชช 0099.9', seen: '2024-03-04' },
  ]);
});

it('takes nothing from a doubtful number, and no day from an unclear date', () => {
  const letters = [
    sent('ชช 0077.7/1', '2024-01-02', 'number'),
    sent('ชช 0099.9/2', '2024-02', 'date'),
    sent('ชช 0066.6/3', '2024-02-03', 'date:cited'),
    sent('', '2024-02-03'),
  ];
  expect(seenCodes(letters)).toEqual([
    { code: 'ชช 0066.6', seen: '2024-02-03' },
    { code: 'ชช 0099.9', seen: null },
  ]);
});
