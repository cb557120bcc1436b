/** Pages as sites write them, made for these tests. */

export const ARTICLE = `<!DOCTYPE html>
<html lang="fr-FR" prefix="og: https://ogp.me/ns#"><head>
<meta charset="utf-8">
<title>Une commune rachète ses sources &#8211; Le Courrier des Rives</title>
<meta property="og:title" content="Une commune rachète ses sources d&#39;eau &amp; ses captages">
<meta property="og:description" content="Après dix ans de procédure, le village redevient maître de son eau.">
<meta property="og:image" content="/images/source.jpg?w=1200&amp;h=630">
<meta property="og:url" content="https://courrier-des-rives.example/eau/sources">
<meta property="article:published_time" content="2026-03-05T07:30:00+01:00">
<meta name="author" content="Nadia Belkacem">
<link rel="canonical" href="https://courrier-des-rives.example/eau/sources">
<link rel="alternate" type="application/rss+xml" title="Tout le Courrier" href="/feed">
<link rel="alternate" type="application/atom+xml" title="L’eau" href="https://courrier-des-rives.example/eau/atom.xml">
<link rel="alternate" hreflang="en" href="/en/">
<script>var titre = "<h1>Pas un titre</h1>";</script>
</head><body>
<nav><a href="/">Accueil</a> <a href="/abonnement">Abonnez-vous</a></nav>
<main><article><h1>Une commune rachète ses sources</h1>
<p class="date">5 mars 2026</p>
<p>Le conseil municipal a voté jeudi le rachat des trois captages, vendus en 1987 à un groupe privé. Les habitantes et les habitants avaient réuni la moitié de la somme.</p>
<p>« C’est la fin d’un long <em>détour</em> », résume la maire, qui promet un compte public de chaque mètre cube distribué dès l’été prochain.</p>
</article></main>
<footer>© Le Courrier des Rives, tous droits réservés</footer></body></html>`;

export const STRUCTURED = `<html lang=en><head><title>Seed libraries | The Commons Review</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"Organization","name":"The Commons Review","url":"https://commons-review.example"},
{"@type":["NewsArticle"],"headline":"Seed libraries &amp; the law","description":"Who may lend a seed?",
"image":[{"@type":"ImageObject","url":"https://commons-review.example/seed.png"}],
"author":[{"@type":"Person","name":"Ana Ruiz"},{"@type":"Person","name":"Tom Okafor"}],
"datePublished":"2026-02-01","inLanguage":"en-GB"}]}</script></head><body><p>Short.</p></body></html>`;

/** What a person writes by hand: no metadata, nothing closed. */
export const BARE = `<h1>Compte rendu de la r&eacute;union<p>Pr&eacute;sents : Nadia, Tom, Awa.
<p>Nous avons décidé d'ouvrir l'atelier le samedi matin, à deux bénévoles au moins, à partir de janvier.
<p>On en reparle en février.`;

export const HOSTILE = `<title><b>Gras</b> &lt;script&gt;alert(1)&lt;/script&gt; fin</title>
<meta property="og:description" content="&lt;img src=x onerror=alert(1)&gt; avant <b>après &amp;lt;i&amp;gt;">
<meta property="og:image" content="javascript:alert(1)"><link rel=canonical href="data:text/html,x">
<meta name=author content="<a href='https://x.example'>Z&#8238;oé</a>">
<body><p>un <scr<script>x</script>ipt> deux</p>`;
