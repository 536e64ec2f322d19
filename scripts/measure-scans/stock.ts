import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { LineReader } from '#core/scan/line.ts';
import { pngOf } from '../train-scan/grain.ts';
import { callTool } from '../train-scan/tools.ts';

const DATA = '@tesseract.js-data/tha@1.0.0';

/** tesseract.js with the Thai model that npm has, as it comes: what an office would use without ours. */
export const openStock = async (folder: string): Promise<LineReader> => {
  const models = join(folder, 'node_modules/@tesseract.js-data/tha/4.0.0');
  if (!existsSync(models)) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private":true}\n');
    await callTool(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', DATA],
      folder,
    );
  }
  const worker = await createWorker('tha', OEM.LSTM_ONLY, {
    langPath: models,
    gzip: true,
    cacheMethod: 'none',
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, user_defined_dpi: '300' });
  return {
    read: async (line) => {
      const { data } = await worker.recognize(await pngOf(line), {}, { text: true });
      return { text: data.text.trim(), glyphs: [], confidence: data.confidence, covered: 1 };
    },
    close: async () => {
      await worker.terminate();
    },
  };
};
