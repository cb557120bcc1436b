/** Other names of the same site. */
const ALIASES: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'mobile.twitter.com': 'x.com',
  'mobile.x.com': 'x.com',
  'old.reddit.com': 'reddit.com',
  'new.reddit.com': 'reddit.com',
  'np.reddit.com': 'reddit.com',
  'dx.doi.org': 'doi.org',
  'music.youtube.com': 'youtube.com',
  'youtube-nocookie.com': 'youtube.com',
  'mbasic.facebook.com': 'facebook.com',
  'web.facebook.com': 'facebook.com',
  'fb.com': 'facebook.com',
};

/** Wikimedia writes it second: `fr.m.wikipedia.org`. */
const WIKIS =
  /\.m\.(?=(?:wikipedia|wiktionary|wikiquote|wikibooks|wikisource|wikinews|wikiversity|wikivoyage|wikimedia)\.org$)/;

/**
 * A form for small screens, or none: what is left must still be a name with a dot. `mobile.` is
 * not one of them: mobile.free.fr sells telephones.
 */
const FORM = /^(?:www\d?|m|amp)\.(?=[^.]+\.[^.]+)/;

/** The site a host belongs to, whichever form of it was followed. */
export function siteOf(hostname: string): string {
  const plain = hostname.toLowerCase().replace(WIKIS, '.').replace(FORM, '').replace(FORM, '');
  return ALIASES[plain] ?? plain;
}
