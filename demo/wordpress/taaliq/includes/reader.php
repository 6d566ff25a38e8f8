<?php
/**
 * The reader: a visitor, or somebody who has logged in.
 *
 * Pages for visitors are the same for all of them, so that a cache may keep
 * them, unless WordPress knows the visitor by its comment cookies: then the
 * theme's form holds their name and e-mail, and its list their waiting comments.
 * Only a page for a user holds the nonce with which the REST API takes a
 * comment as theirs.
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/** Whether WordPress shows this reader something that others do not see. */
function is_known(): bool {
	return is_user_logged_in()
		|| array_filter( wp_get_current_commenter() )
		|| '' !== wp_get_unapproved_comment_author_email();
}

/** Tells caches on the way to the reader, and plugins that cache, to keep no page that is for one reader alone. */
function forbid_keeping(): void {
	$post = get_queried_object_id();
	if ( ! is_known() || headers_sent() || ! is_page_of( $post ) || ! has_widget( $post ) ) {
		return;
	}
	nocache_headers();
	// What older versions of WordPress send may be kept, if only to be asked about.
	header( 'Cache-Control: no-cache, must-revalidate, max-age=0, no-store, private' );
	if ( ! defined( 'DONOTCACHEPAGE' ) ) {
		define( 'DONOTCACHEPAGE', true );
	}
}
add_action( 'template_redirect', __NAMESPACE__ . '\forbid_keeping', 99 );

/** Whether the page is for one reader alone, as it is on its way: what else may have changed its headers counts. */
function is_for_one_reader(): bool {
	return is_user_logged_in()
		&& defined( 'DONOTCACHEPAGE' ) && DONOTCACHEPAGE
		&& preg_grep( '/^cache-control:.*no-store/i', headers_list() );
}

/** Whether the reader has to log in to comment. */
function must_log_in(): bool {
	return get_option( 'comment_registration' ) && ! is_user_logged_in();
}

/** Attributes for a reader whom WordPress knows: it has their name and e-mail. */
function reader_attributes(): array {
	return is_for_one_reader() ? array(
		'credentials' => 'same-origin',
		'fields'      => '',
		'no-remember' => true,
	) : array();
}

/** What stands in the element for this reader. */
function reader_children(): string {
	if ( must_log_in() && comments_open() ) {
		return sprintf(
			'<p slot="closed">%s <a href="%s">%s</a></p>',
			esc_html__( 'Only members of this site can comment.', 'taaliq' ),
			esc_url( wp_login_url( get_permalink() ) ),
			esc_html__( 'Log in', 'taaliq' )
		);
	}
	if ( ! is_for_one_reader() ) {
		return '';
	}
	$settings = array( 'headers' => array( 'X-WP-Nonce' => wp_create_nonce( 'wp_rest' ) ) );
	$children = sprintf(
		'<script type="application/json">%s</script>',
		wp_json_encode( $settings, JSON_HEX_TAG | JSON_HEX_AMP )
	);
	if ( ! comments_open() ) {
		return $children;
	}
	return $children . sprintf(
		'<p slot="header">%s <a href="%s">%s</a></p>',
		sprintf(
			/* translators: %s: name of the reader */
			esc_html__( 'You comment as %s.', 'taaliq' ),
			'<bdi>' . esc_html( wp_get_current_user()->display_name ) . '</bdi>'
		),
		esc_url( wp_logout_url( get_permalink() ) ),
		esc_html__( 'Log out', 'taaliq' )
	);
}
