#!/bin/sh
# rss-parser 3.13.0 moves bold words of an Atom entry to the end of their sentence: "15 ... 30 days" ends in "1530".
#
# The content of an entry of type xhtml is markup (RFC 4287, 3.1.1.3 and 4.1.3.3), in which words and elements stand in turn.
# rss-parser keeps the two apart and writes all words of an element before its children, in `content` and in `contentSnippet`.
# "Do not send copies, and send the original", with the verbs in italics, has "send copies" in it and the verbs behind. feedsmith
# 3.0.1 leaves all in place. Good engineers would expect bold to be lost at worst: what is emphasised in a notice is what matters,
# and a digest made from its feed says something else in good Thai. Needs Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm install --ignore-scripts --no-audit --no-fund --save-exact rss-parser@3.13.0 feedsmith@3.0.1 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { parseAtomFeed } from 'feedsmith';
import RssParser from 'rss-parser';

const feedOf = (markup) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>หนังสือเวียน</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2025-04-02T00:00:00Z</updated>
  <author><name>สำนัก</name></author>
  <entry>
    <title>ว 1</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2025-04-02T00:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${markup}</p></div></content>
  </entry>
</feed>`;

for (const [markup, expected] of [
  ['ขยายเวลาจาก <b>15</b> วัน เป็น <b>30</b> วัน', 'ขยายเวลาจาก  วัน เป็น  วัน1530'],
  ['ให้ <em>งด</em> ส่งสำเนา และ <em>ส่ง</em> ต้นฉบับ', 'ให้  ส่งสำเนา และ  ต้นฉบับงดส่ง'],
]) {
  const [{ content, contentSnippet }] = (await new RssParser().parseString(feedOf(markup))).items;
  console.log(`written    ${markup}\nrss-parser ${content}\n           ${contentSnippet}`);
  assert.equal(contentSnippet, expected);
  assert.equal(parseAtomFeed(feedOf(markup)).entries[0].content.value, `<p>${markup}</p>`);
}
JS
node run.mjs
