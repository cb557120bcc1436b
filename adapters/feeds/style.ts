/** The whole style of a page, which holds it: its colours are those of the playground. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f7f5f1;
  --surface: #ffffff;
  --line: #ddd8ce;
  --ink: #24211d;
  --soft: #635d54;
  --accent: #1f6a58;
  --tint: #e6f0ec;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161715;
    --surface: #1f211e;
    --line: #363a35;
    --ink: #ece9e3;
    --soft: #aba69c;
    --accent: #7ccdb4;
    --tint: #1d332d;
  }
}

*,
::before,
::after {
  box-sizing: border-box;
}

html {
  font:
    100% / 1.55 system-ui,
    -apple-system,
    "Segoe UI",
    Roboto,
    "Noto Sans",
    sans-serif;
  color: var(--ink);
  background: var(--ground);
}

body {
  max-width: 42rem;
  margin: 0 auto;
  padding: 1rem;
  overflow-wrap: anywhere;
}

a {
  color: var(--accent);
}

h1 {
  margin: 0.25rem 0;
  font-size: 1.5rem;
  line-height: 1.25;
}

h2 {
  margin: 0;
  font-size: 1.1rem;
  line-height: 1.35;
}

.language {
  float: right;
  padding: 0.6rem 0 0.6rem 1rem;
}

.private {
  padding: 0.6rem 0.8rem;
  background: var(--tint);
  border-radius: 10px;
}

article {
  margin: 1rem 0;
  padding: 1rem;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 14px;
}

article p,
blockquote {
  margin: 0.4rem 0 0;
}

blockquote {
  padding-left: 0.8rem;
  border-left: 3px solid var(--accent);
  white-space: pre-line;
}

.said {
  white-space: pre-line;
}

.about {
  font-size: 0.9rem;
  color: var(--soft);
}

nav,
footer ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  margin: 0.5rem 0 1rem;
  padding: 0;
  list-style: none;
}

nav a,
footer a {
  display: inline-block;
  min-height: 44px;
  padding: 0.6rem 0.9rem;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--surface);
}
`;
