/**
 * Names of parameters that say where a reader came from and nothing of the page. They are facts,
 * published by those who write them and by those who take them away: Google Analytics, Matomo and
 * Piano (“campaign parameters”), Mailchimp, HubSpot and Marketo (links in letters), Mozilla’s
 * query-stripping list, Brave’s “query-filter”, ClearURLs’ “globalRules”.
 */
const NAMES = new Set(
  [
    // Clicks on advertisements and shares, numbered by who sold or carried them.
    'fbclid gclid gclsrc gbraid wbraid dclid msclkid twclid ttclid yclid ysclid igshid igsh',
    'li_fat_id epik irclickid srsltid rb_clickid rdid mibextid sfnsn wickedid s_cid _branch_match_id',
    'fb_action_ids fb_action_types fb_ref fb_source __tn__ __twitter_impression ref_src ref_url',
    // Letters.
    'mc_cid mc_eid mc_tc mkt_tok _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv',
    'oly_anon_id oly_enc_id ml_subscriber ml_subscriber_hash nr_email_referer elqtrackid _ke _kx',
    'vgo_ee bsft_clkid bsft_uid bsft_eid ck_subscriber_id sendinblue_id',
    // Measures of audience.
    '_ga _gl _openstat xtor xtref xtcr wt_mc wt_zmc guccounter guce_referrer guce_referrer_sig',
    'sb_referer_host wprov trk trkcampaign at_medium at_campaign at_format at_variant at_creation',
    'at_network at_term at_platform at_emailtype at_ptr_name at_bbc_team at_type lmd_medium',
    'lmd_campaign lmd_creation lmd_source lmd_link lmd_email',
    // Sessions.
    'phpsessid jsessionid aspsessionid',
  ].flatMap((line) => line.split(' ')),
);

const BEGINNINGS = [
  'utm_',
  'mtm_',
  'pk_',
  'piwik_',
  'matomo_',
  'hsa_',
  'at_custom',
  'at_link_',
].concat(['at_recipient_', 'at_send_', 'at_general_', 'at_detail_', 'fb_comment_']);

/** What means this on one site, and may name a page on another. */
const ON_SITE: Readonly<Record<string, readonly string[]>> = {
  'youtube.com': ['si', 'feature', 'pp', 'ab_channel'],
  'x.com': ['s', 't', 'ref'],
  'medium.com': ['source', 'sk'],
  'theguardian.com': ['cmp'],
  'nytimes.com': ['smid', 'smtyp', 'partner', 'emc'],
  'reddit.com': ['share_id', 'rdt'],
  'spotify.com': ['si'],
  'linkedin.com': ['originalsubdomain', 'lipi', 'rcm'],
};

/** `name` in lower case; `site` as the address’s key has it. */
export const isTracking = (name: string, site: string): boolean =>
  NAMES.has(name) ||
  BEGINNINGS.some((start) => name.startsWith(start)) ||
  onSite(site).includes(name);

const onSite = (site: string): readonly string[] =>
  ON_SITE[site.split('.').slice(-2).join('.')] ?? [];
