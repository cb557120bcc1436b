import { html, moved, page, type SmallWeb } from './web.js';

/** The name of one day's page of a kind. */
export const onePage = (name: string, day: number): string => `${name}-${day}.example`;

/** The pages that members share on one day: good, elsewhere, misread, gone, hostile. */
export function pagesOf(web: SmallWeb, day: number): void {
  const { sites } = web;
  const host = (name: string): string => onePage(name, day);
  sites.set(host('puits'), page(html(`Le puits, jour ${day}`)));
  const canonical = `<link rel="canonical" href="${web.at(host('puits'))}">`;
  sites.set(`amp.${host('puits')}`, page(html('Le puits (AMP)', canonical)));
  // As old sites are: in Windows-1252, without saying so.
  const old = Buffer.from(html(`L\u0092été à la forêt, jour ${day}`), 'latin1');
  sites.set(host('foret'), page(old, 'text/html'));
  sites.set(host('absente'), (_, response) => {
    response.writeHead(404).end();
  });
  sites.set(host('court'), moved(web.at(host('long'))));
  sites.set(host('long'), page(html(`Des graines, jour ${day}`)));
  sites.set(
    host('piege'),
    page(html(`Piège&lt;script&gt;x()&lt;/script&gt;, @everyone&lt;!channel&gt;, jour ${day}`)),
  );
  sites.set(host('simple'), page(html(`Une page simple, jour ${day}`)));
}
