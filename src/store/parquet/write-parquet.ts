import { parquetWriteBuffer, type SchemaElement } from 'hyparquet-writer';

/** What a column holds. `baht` is satang as bigint, written as DECIMAL(18,2); `day` is days since 1970-01-01. */
export type ParquetType = 'text' | 'whole' | 'baht' | 'day' | 'truth';

/** One column of a Parquet file; null where there is no value. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: ParquetType;
  readonly values: readonly (string | number | bigint | boolean | null)[];
}

const ELEMENTS: Readonly<Record<ParquetType, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  // A bigint is written as it is; a number would pass through floating point.
  baht: { type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18 },
  day: { type: 'INT32', converted_type: 'DATE' },
  truth: { type: 'BOOLEAN' },
};

/** A Parquet file of the columns, which all have as many values, as its bytes. The same columns give the same bytes. */
export const parquetFile = (columns: readonly ParquetColumn[]): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, values }) => ({ name, data: [...values] })),
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(
          ({ name, type }): SchemaElement => ({
            name,
            repetition_type: 'OPTIONAL',
            ...ELEMENTS[type],
          }),
        ),
      ],
      createdBy: 'wian',
      rowGroupSize: 100_000,
    }),
  );
