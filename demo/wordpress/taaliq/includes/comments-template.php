<?php
/**
 * Stands for the theme's template of comments, and shows that inside of the element.
 *
 * It has no variables of its own: the theme's template finds those that
 * WordPress gives to it.
 *
 * @package Taaliq
 */

defined( 'ABSPATH' ) || exit;

\Taaliq\hide_avatars();
ob_start();
require \Taaliq\theme_template();
\Taaliq\show_avatars();
// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- The theme's own HTML, in an element that escapes its attributes.
echo \Taaliq\wrap( ob_get_clean() );
