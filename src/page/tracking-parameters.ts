/**
 * Parameters that say how a reader came, not which page it is. Part of the
 * thread key and therefore settled: only names that no site uses for content.
 */
const names: ReadonlySet<string> = new Set(
  // Advertising and sharing: Google, Microsoft, Yandex, Meta, X, TikTok, LinkedIn, Snapchat, Pinterest
  (
    '_ga _gl dclid gbraid gclid gclsrc srsltid wbraid msclkid _openstat yclid ysclid ' +
    'fb_action_ids fb_action_types fb_ref fb_source fbclid igsh igshid mibextid ' +
    'ref_src ref_url twclid ttclid li_fat_id sccid epik ' +
    // Newsletters and shops
    '_branch_match_id _hsenc _hsmi __hsfp __hssc __hstc hsctatracking _ke _kx dm_i ef_id irclickid ' +
    'mc_cid mc_eid mkt_tok s_cid wt_mc xtor guccounter ' +
    // What comment forms and sessions append to the address of the same page
    'moderation-hash phpsessid replytocom unapproved'
  ).split(' '),
);

const prefixes = /^(?:utm|mtm|pk|piwik|matomo|hsa|gad|guce|itm|oly|vero)_/;

/** Whether a decoded parameter name only tracks. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return prefixes.test(lower) || names.has(lower);
}
