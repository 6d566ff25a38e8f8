<?php
/**
 * The plugin's words in Arabic. A translation that the site has installed wins.
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/**
 * Says it in Arabic where the language of the page is Arabic.
 *
 * @param string $translation What an installed translation says, or the text itself.
 * @param string $text        The text.
 */
function in_arabic( $translation, $text ): string {
	static $words = null;
	if ( $translation !== $text || ! preg_match( '/^ary?(_|$)/', determine_locale() ) ) {
		return $translation;
	}
	$words = $words ?? require dirname( __DIR__ ) . '/languages/ar.php';
	return $words[ $text ] ?? $translation;
}
add_filter( 'gettext_taaliq', __NAMESPACE__ . '\in_arabic', 10, 2 );
