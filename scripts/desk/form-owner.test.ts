import { expect, it } from 'vitest';
import { withFormOwner } from './form-owner.ts';

it.each([
  ['<form method="post" action="/board/ask/">', '<form method="post" action="/board/ask/?as=m">'],
  ['<form method="post" action="/a/?b=1">', '<form method="post" action="/a/?b=1&amp;as=m">'],
  // What was kept of a form goes on for whom it was made.
  ['<form method="post" action="/a/?as=x">', '<form method="post" action="/a/?as=x">'],
  [
    '<form method="post" action="/a/" data-upload="/a/upload/">',
    '<form method="post" action="/a/?as=m" data-upload="/a/upload/?as=m">',
  ],
  [
    '<form class="c" method="post">',
    '<form class="c" method="post" action="/page/?q=$&amp;x=1&amp;as=m">',
  ],
  ['<form action="/search/">', '<form action="/search/">'],
  ['<p>&lt;form method="post"&gt;</p>', '<p>&lt;form method="post"&gt;</p>'],
])('names the member in %j', (page, bound) =>
  expect(withFormOwner(page, 'm', '/page/?q=$&x=1')).toBe(bound),
);
