import { expect, it } from 'vitest';
import { readMultistatus } from '../../../src/agenda/caldav/multistatus.js';

const status = (inside: string, more = '') =>
  `<?xml version="1.0"?><x:multistatus xmlns:x="DAV:" xmlns:c="urn:c">${inside}${more}</x:multistatus>`;

it('reads what is found, whatever the prefixes are', () => {
  const found = readMultistatus(
    status(
      `<x:response><x:href>/a/b%20c.ics</x:href>
        <x:propstat><x:prop><x:getetag>"1&amp;2"</x:getetag><x:resourcetype><x:collection/><c:calendar/></x:resourcetype>
          <c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>
          <x:current-user-principal><x:href>/me/</x:href></x:current-user-principal>
          <c:calendar-data><![CDATA[BEGIN:VCALENDAR]]></c:calendar-data></x:prop>
          <x:status>HTTP/1.1 200 OK</x:status></x:propstat>
        <x:propstat><x:prop><x:displayname>no</x:displayname></x:prop><x:status>HTTP/1.1 404 Not Found</x:status></x:propstat>
      </x:response>
      <x:response><x:href>/gone.ics</x:href><x:status>HTTP/1.1 404 Not Found</x:status></x:response>`,
      '<x:sync-token>t-1</x:sync-token>',
    ),
  );
  expect(found).toMatchObject({
    syncToken: 't-1',
    answers: [
      {
        href: '/a/b%20c.ics',
        props: { getetag: '"1&2"', 'calendar-data': 'BEGIN:VCALENDAR' },
        hrefs: { 'current-user-principal': '/me/' },
        types: ['collection', 'calendar'],
        components: ['VEVENT'],
      },
      { href: '/gone.ics', status: 404 },
    ],
  });
  expect(found?.answers[0]?.props.displayname).toBeUndefined();
});

it('what is no multistatus is nothing, and no entity grows', () => {
  expect(readMultistatus('<html><body>Hello</body></html>')).toBeNull();
  expect(readMultistatus('')).toBeNull();
  const lol = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>';
  const found = readMultistatus(lol + status('<x:response><x:href>&b;</x:href></x:response>'));
  expect(found?.answers[0]?.href ?? '').not.toContain('haha');
  const deep = `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`;
  expect(readMultistatus(status(deep))?.answers).toEqual([]);
});
