<?php
/**
 * How the element stands in the page before the widget is there.
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/**
 * The widget's place is held, so that nothing jumps. With scripts the theme's
 * own form is not shown meanwhile, only when the widget has not come in time:
 * an animation is a clock that needs no script.
 */
const STYLES = '
taaliq-comments { display: block; }
taaliq-comments:not(:defined) > [slot] { display: none; }
@media (scripting: enabled) {
	taaliq-comments:not(:defined, [read-only]) { min-block-size: 42rem; }
	taaliq-comments:not(:defined) > * { animation: taaliq-wait 6s; }
}
@media (scripting: enabled) and (max-width: 34rem) {
	taaliq-comments:not(:defined, [read-only]) { min-block-size: 54rem; }
}
@keyframes taaliq-wait {
	from, to { visibility: hidden; block-size: 0; overflow: clip; margin-block: 0; padding-block: 0; }
}';

/** Styles of pages with the widget, and of no others. */
function add_styles(): void {
	$post = get_queried_object_id();
	if ( ! is_page_of( $post ) || ! has_widget( $post ) ) {
		return;
	}
	// Without a file: so little is not worth a request.
	wp_register_style( 'taaliq', false, array(), VERSION );
	wp_enqueue_style( 'taaliq' );
	wp_add_inline_style( 'taaliq', STYLES );
}
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\add_styles' );
