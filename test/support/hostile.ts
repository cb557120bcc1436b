/** Texts that people should not send, and will. */
export const HOSTILE: Readonly<Record<string, string>> = {
  mentions: '@everyone @here <@123456> <!channel> <@&42> @room',
  html: '<b>gras</b><script>alert(1)</script><img src=x onerror=alert(1)>&lt;&amp;',
  markdown:
    '**gras** _it_ ~~non~~ `code` [clic](javascript:alert(1)) ![x](http://x/y) # T\n> q\n- l\n```js\nx\n```',
  'right to left': '\u202Eetirc\u202C \u2066isolé\u2069 \u200F\u200E \u061C',
  'zero width': 'a\u200Bb\u200Cc\u200Dd\uFEFFe\u2060',
  'only invisible': '\u200B\u200D\uFEFF\u2060\u00AD',
  'only blanks': ' \u00A0\u2003\t\n\u3000 ',
  controls: 'a\u0001\u0007\u001B[31mrouge\u001B[0m\u0085\u007F\u2028z',
  nul: 'avant\u0000après',
  'lone surrogates': 'a\uD800b\uDC00c\uDBFF',
  'braces of messages': '{name} {count, plural, one {#} other {#}} {x',
  tags: "<b>{x}</b> </b> <c>'{'",
  'one long word': 'm'.repeat(5_000),
  'one hundred thousand': 'é '.repeat(50_000),
  'a heap of marks': `Z${'\u0300\u0301\u0302'.repeat(4_000)}`,
  'long emoji': '👨‍👩‍👧‍👦'.repeat(90),
  quotes: '>'.repeat(10_000),
  brackets: '['.repeat(10_000),
  'nested list': Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join(
    '\n',
  ),
  stars: '*_'.repeat(2_000),
  'open quotes': '« '.repeat(6_000),
  'a formula': '=HYPERLINK("http://x","y")',
  path: '../../etc/passwd; drop table ballots; -- \' " \\',
  prototype: '__proto__',
  number: '99999999999999999999',
  negative: '-1',
};

/** What must never reach a reader from somebody else's text (see `cleanText`). */
export const DECEPTIVE =
  /(?!\n|\t|\u200C|\u200D)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|[a-z][\u200C\u200D]/u;
