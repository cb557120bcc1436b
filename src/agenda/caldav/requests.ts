/** Bodies of requests (RFC 4791, RFC 6578). */

const NAMES =
  'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"';
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const propfind = (...props: readonly string[]): string =>
  `${HEAD}<D:propfind ${NAMES}><D:prop>${props.map((one) => `<${one}/>`).join('')}</D:prop></D:propfind>`;

/** What a resource is, and where a person's calendars are. */
export const WHAT = propfind(
  ...['D:resourcetype', 'D:displayname', 'D:current-user-principal', 'C:calendar-home-set'],
  'C:supported-calendar-component-set',
);

/** The state of a calendar as a whole. */
export const STATE = propfind('D:sync-token', 'S:getctag', 'D:displayname');

export const ETAGS = propfind('D:getetag', 'D:resourcetype');

export const syncSince = (token: string): string =>
  `${HEAD}<D:sync-collection ${NAMES}><D:sync-token>${escaped(token)}</D:sync-token>` +
  '<D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>';

export const multiget = (hrefs: readonly string[]): string =>
  `${HEAD}<C:calendar-multiget ${NAMES}><D:prop><D:getetag/><C:calendar-data/></D:prop>` +
  `${hrefs.map((href) => `<D:href>${escaped(href)}</D:href>`).join('')}</C:calendar-multiget>`;
