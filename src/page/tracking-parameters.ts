/**
 * Parameters that say how a reader came, not which page it is. Part of the
 * thread key and therefore settled: only names that no site uses for content.
 */
const names: ReadonlySet<string> = new Set(
  // Google, Microsoft, Yandex, Meta, X, TikTok, LinkedIn, Snapchat, Pinterest, Reddit
  (
    '_ga _gl dclid gbraid gclid gclsrc srsltid wbraid msclkid _openstat yclid ysclid ymclid yabizcmpgn ' +
    'fb_action_ids fb_action_types fb_comment_id fb_ref fb_source fbclid igsh igshid mibextid ' +
    'ref_src ref_url twclid ttclid li_fat_id trk_contact sccid epik rdt_cid ' +
    // Newsletters, shops and advertising networks
    '_branch_match_id _bta_c _bta_tid _hsenc _hsmi hsctatracking _ke _kx __hsfp __hssc __hstc __s dm_i ' +
    'ef_id irclickid mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash oly_anon_id oly_enc_id ' +
    'rb_clickid s_cid s_kwcid vero_conv vero_id wickedid wt_mc xtor guccounter guce_referrer guce_referrer_sig ' +
    // What comment forms and sessions append to the address of the same page
    'moderation-hash phpsessid replytocom unapproved'
  ).split(' '),
);

const prefixes = /^(?:utm|mtm|pk|piwik|matomo|hsa|gad|itm)_/;

/** Whether a decoded parameter name only tracks. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return prefixes.test(lower) || names.has(lower);
}
