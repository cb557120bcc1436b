/** As far as browsers look for a declaration (HTML, “prescan a byte stream”). */
const SEARCHED_BYTES = 1_024;
/** Some pages put their scripts before it. */
const MARGIN = 4;

/**
 * The encoding that the header names, else the document, by its name in the WHATWG standard; `null`
 * when neither does, or names one that is unknown.
 */
export function declaredCharset(bytes: Uint8Array, contentType = ''): string | null {
  const header = /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1];
  const start = Buffer.from(bytes.subarray(0, SEARCHED_BYTES * MARGIN)).toString('latin1');
  const inside = XML.exec(start)?.[1] ?? META.exec(start.replaceAll(COMMENT, ''))?.[1];
  return known(header) ?? readable(known(inside));
}

const XML = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/;
/** Both `<meta charset=…>` and the older `content="text/html; charset=…"`. */
const META = /<meta\s[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
const COMMENT = /<!--[\s\S]*?-->/g;

function known(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** Words that could be read as ASCII are not in UTF-16, whatever they say (HTML, same place). */
const readable = (charset: string | null): string | null =>
  charset?.startsWith('utf-16') ? 'utf-8' : charset;
