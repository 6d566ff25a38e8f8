<?php
/**
 * Which articles have the widget, and where links to their comments lead.
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/** Where links to the comments lead. */
const ANCHOR = 'taaliq-comments';

/**
 * Whether an article shows the widget. What the REST API does not give to the
 * reader stays with the theme: protected articles, and kinds that are not in the API.
 *
 * @param int|\WP_Post|null $post The article; null: the one at hand.
 */
function has_widget( $post = null ): bool {
	$post = get_post( $post );
	if ( ! $post || '' !== $post->post_password ) {
		return false;
	}
	if ( ! in_array( get_post_status( $post ), array( 'publish', 'private' ), true ) ) {
		return false;
	}
	if ( '' === rest_get_route_for_post( $post ) ) {
		return false;
	}
	return comments_open( $post ) || get_comments_number( $post ) > 0;
}

/**
 * Whether the page is that of the article: a list of articles shows no widget.
 *
 * @param int|\WP_Post|null $post The article; null: the one at hand.
 */
function is_page_of( $post = null ): bool {
	$post = get_post( $post );
	return $post && is_singular() && ! is_preview() && get_queried_object_id() === $post->ID;
}

/**
 * Links to an article's comments and to its form lead to the widget: the
 * places that the theme names are inside it, and not to be seen.
 *
 * @param string       $link The theme's link.
 * @param int|\WP_Post $post The article.
 */
function link_to_widget( $link, $post = 0 ): string {
	return has_widget( $post ) ? preg_replace( '/#.*$/', '#' . ANCHOR, $link ) : $link;
}
add_filter( 'get_comments_link', __NAMESPACE__ . '\link_to_widget', 10, 2 );
add_filter( 'respond_link', __NAMESPACE__ . '\link_to_widget', 10, 2 );
