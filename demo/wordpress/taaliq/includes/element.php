<?php
/**
 * The element, as it stands in the page.
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/** Attributes of the article's element; true stands for one without a value, false for one that is not there. */
function attributes(): array {
	$attributes = array(
		'id'        => ANCHOR,
		'backend'   => 'wordpress',
		// Without the host: the page may be seen under another name or scheme than the settings say.
		'endpoint'  => wp_make_link_relative( home_url( '/' ) ),
		'thread'    => (string) get_the_ID(),
		'lang'      => get_bloginfo( 'language' ),
		'dir'       => is_rtl() ? 'rtl' : 'ltr',
		'read-only' => ! comments_open() || must_log_in(),
	);

	/**
	 * Filters the attributes of `<taaliq-comments>`: further ones set its order, fields, colours and the like.
	 *
	 * @param array    $attributes Values by name; true stands for an attribute without a value.
	 * @param \WP_Post $post       The article.
	 */
	return reader_attributes() + (array) apply_filters( 'taaliq_attributes', $attributes, get_post() );
}

/**
 * The element with what the theme shows inside of it, for readers without scripts.
 *
 * @param string $shown HTML of the theme's own list and form.
 */
function element( string $shown ): string {
	$tag = '<taaliq-comments';
	foreach ( attributes() as $name => $value ) {
		if ( false !== $value && null !== $value && preg_match( '/^[a-z][a-z-]*$/', $name ) ) {
			$tag .= ' ' . $name . ( true === $value ? '' : '="' . esc_attr( $value ) . '"' );
		}
	}
	$module = array(
		'type' => 'module',
		// Without a query: the other files know this one by its plain address.
		'src'  => plugins_url( VERSION . '/taaliq.js', PLUGIN_FILE ),
	);
	return $tag . '>' . reader_children() . $shown . '</taaliq-comments>' . wp_get_script_tag( $module );
}
