<?php
/**
 * Comments that come by the REST API.
 *
 * WordPress judges them by the site's own rules, as it does those of the form:
 * registration, name and e-mail, length, duplicates, flood, moderation, the
 * lists of words, the number of links. Two things it does for the form only,
 * so they are done here.
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/** Whether visitors may comment by the API. */
const OPTION = 'taaliq_rest_comments';

/**
 * Lets visitors comment by the API where the owner has switched that on.
 *
 * @param bool $allowed Whether somebody else allows it.
 */
function allow_visitors( $allowed ): bool {
	return $allowed || get_option( OPTION );
}
add_filter( 'rest_allow_anonymous_comments', __NAMESPACE__ . '\allow_visitors' );

/**
 * Writes to the moderator or the author, if the site's settings want that.
 *
 * @param \WP_Comment      $comment  The comment.
 * @param \WP_REST_Request $request  What was sent.
 * @param bool             $creating Whether the comment is new.
 */
function notify( $comment, $request, $creating ): void {
	if ( $creating && 'comment' === $comment->comment_type ) {
		wp_new_comment_notify_moderator( $comment->comment_ID );
		wp_new_comment_notify_postauthor( $comment->comment_ID );
	}
}
add_action( 'rest_insert_comment', __NAMESPACE__ . '\notify', 10, 3 );
