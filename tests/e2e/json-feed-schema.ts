const url = { type: 'string', format: 'uri' };
const text = { type: 'string', minLength: 1 };
const author = {
  type: 'object',
  properties: { name: text, url, avatar: url },
  minProperties: 1,
  additionalProperties: false,
};
const date = {
  type: 'string',
  format: 'date-time',
};

/**
 * What JSON Feed 1.1 demands (https://www.jsonfeed.org/version/1.1/), as JSON Schema; the standard publishes none.
 * Fields that it does not know are refused, but for extensions, which begin with `_`.
 */
export const JSON_FEED_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: url,
    feed_url: url,
    description: text,
    user_comment: text,
    next_url: url,
    icon: url,
    favicon: url,
    authors: { type: 'array', items: author },
    language: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' },
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: text,
          url,
          external_url: url,
          title: text,
          content_html: { type: 'string' },
          content_text: { type: 'string' },
          summary: text,
          image: url,
          banner_image: url,
          date_published: date,
          date_modified: date,
          authors: { type: 'array', items: author },
          tags: { type: 'array', items: text },
          language: text,
          attachments: {
            type: 'array',
            items: {
              type: 'object',
              required: ['url', 'mime_type'],
              properties: {
                url,
                mime_type: text,
                title: text,
                size_in_bytes: { type: 'integer', minimum: 0 },
                duration_in_seconds: { type: 'number', minimum: 0 },
              },
              additionalProperties: false,
            },
          },
        },
        patternProperties: { '^_': true },
        additionalProperties: false,
      },
    },
  },
  patternProperties: { '^_': true },
  additionalProperties: false,
} as const;
