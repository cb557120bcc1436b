import { canonicalAddress, parametersOf } from './address.js';
import { siteOf } from './address-site.js';

/**
 * What two addresses of the same page have in common, and two pages never: neither http nor https,
 * no www, m. or AMP, no slash at the end, parameters in order. Not an address: it opens nothing.
 */
export function addressKey(address: string): string | null {
  const canonical = canonicalAddress(address);
  if (canonical === null) return null;
  const url = new URL(canonical);
  const site = siteOf(url.hostname) + (url.port && `:${url.port}`);
  const video = videoOf(site, url);
  if (video) return video;
  const kept = parametersOf(url).filter((one) => !AMP_PARAMETER.test(one));
  // Those of one name keep their order: ?a=1&a=2 is a list.
  const sorted = kept.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
  const query = sorted.map((one) => one.replace(/^([^=]+)=$/, '$1')).join('&');
  return site + withoutForm(url.pathname) + (query && `?${query}`) + url.hash;
}

export const sameAddress = (one: string, other: string): boolean => {
  const key = addressKey(one);
  return key !== null && key === addressKey(other);
};

const nameOf = (parameter: string): string => parameter.split('=', 1)[0] ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const AMP_PARAMETER = /^(?:amp(?:=(?:1|true)?)?|(?:outputType|output|format)=amp)$/i;

/** Only after what names an article: /guitare/ampli/amp may well be a page about amplifiers. */
const AMP_END =
  /^(.*\/(?=[^/]*(?:\d{4}|-[^/]*-|\.html?\/))[^/]+?)(?:\/amp|(?<=[\w-])\.amp(?=\.html?$|$))(\.html?)?$/;
const AMP_START = /^\/amp(?=\/(?:.*\/)?[^/]*(?:\d{4}|-[^/]*-|\.html?$))/;

function withoutForm(pathname: string): string {
  const path = pathname.replace(/\/+$/, '');
  return path.replace(AMP_START, '').replace(AMP_END, '$1$2');
}

const VIDEO_PATH = /^\/(?:shorts|embed|live|v)\/([\w-]{11})\/?$/;
const VIDEO = /^[\w-]{11}$/;

/** One video has five addresses. */
function videoOf(site: string, url: URL): string | null {
  const id =
    site === 'youtu.be'
      ? url.pathname.slice(1)
      : site !== 'youtube.com'
        ? null
        : url.pathname === '/watch'
          ? url.searchParams.get('v')
          : VIDEO_PATH.exec(url.pathname)?.[1];
  return id && VIDEO.test(id) ? `youtube.com/watch?v=${id}` : null;
}
