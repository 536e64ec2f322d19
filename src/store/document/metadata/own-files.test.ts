import { expect, it } from 'vitest';
import { qrDrawing } from '#core/qr/drawing.ts';
import { socialCardPng } from '../../image/social-card.ts';
import { textOutliner } from '../../qr/outline-text.ts';
import { drawingToPng } from '../../qr/png.ts';
import { readSarabun } from '../../sarabun.ts';
import { pagePictures } from '../page-picture.ts';
import { PERSON, PICTURES, pdfOf } from '../testing/files-with-metadata.ts';
import { metadataOf } from './metadata-of.ts';
