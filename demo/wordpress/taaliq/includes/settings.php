<?php
/**
 * The switch in Settings > Discussion.
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/** Announces the switch to WordPress, which stores it. */
function add_setting(): void {
	register_setting(
		'discussion',
		OPTION,
		array(
			'type'              => 'boolean',
			'default'           => false,
			'sanitize_callback' => 'rest_sanitize_boolean',
		)
	);
	add_settings_field(
		OPTION,
		__( 'Taaliq', 'taaliq' ),
		__NAMESPACE__ . '\show_setting',
		'discussion',
		'default',
		array( 'class' => 'taaliq' )
	);
}
add_action( 'admin_init', __NAMESPACE__ . '\add_setting' );

/** The switch, and what it does. */
function show_setting(): void {
	printf(
		'<fieldset><legend class="screen-reader-text"><span>%1$s</span></legend>
		<label for="%2$s"><input type="checkbox" name="%2$s" id="%2$s" value="1"%3$s> %4$s</label>
		<p class="description">%5$s</p></fieldset>',
		esc_html__( 'Taaliq', 'taaliq' ),
		esc_attr( OPTION ),
		checked( (bool) get_option( OPTION ), true, false ),
		esc_html__( 'Visitors may comment by the REST API', 'taaliq' ),
		esc_html__(
			'Only pages on other hosts need it: pages of this site post to the address of the theme’s form. The rules above hold for both. Plugins against spam that check the form alone do not see comments from the API.',
			'taaliq'
		)
	);
}

/**
 * A link to the switch in the list of plugins.
 *
 * @param array $links Links of the plugin.
 */
function add_settings_link( $links ): array {
	$link = '<a href="%s">%s</a>';
	return array_merge(
		$links,
		array( sprintf( $link, esc_url( admin_url( 'options-discussion.php#' . OPTION ) ), esc_html__( 'Settings', 'taaliq' ) ) )
	);
}
add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN_FILE ), __NAMESPACE__ . '\add_settings_link' );
