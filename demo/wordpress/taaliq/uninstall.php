<?php
/**
 * Takes away what the plugin stored: one option of each site. Comments are WordPress's own and stay.
 *
 * @package Taaliq
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( ! is_multisite() ) {
	delete_option( 'taaliq_rest_comments' );
	return;
}

foreach ( get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
) as $taaliq_site ) {
	delete_blog_option( $taaliq_site, 'taaliq_rest_comments' );
}
