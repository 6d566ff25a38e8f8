<?php
/**
 * Puts the element in the place of the theme's comments, in classic themes and in block themes.
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/** A tag's attributes: quotes may hold the sign that ends it. */
const TAG_END = '(?:\s(?:[^>"\']|"[^"]*"|\'[^\']*\')*)?>';

const SPACE = '(?:\s|<!--(?:(?!-->).)*-->)*';

/**
 * Whether every element of a name that is opened is closed again.
 *
 * @param string $html HTML.
 * @param string $name Name of the elements.
 */
function is_balanced( string $html, string $name ): bool {
	preg_match_all( '~<(/?)' . $name . '\b~i', $html, $tags );
	$depth = 0;
	foreach ( $tags[1] as $slash ) {
		$depth += '' === $slash ? 1 : -1;
		if ( $depth < 0 ) {
			return false;
		}
	}
	return 0 === $depth;
}

/**
 * Puts the element around what the theme shows. The theme's own container stays
 * outside: it gives the width, and links from elsewhere know its name.
 *
 * @param string $shown HTML of the theme's own list and form.
 */
function wrap( string $shown ): string {
	if ( false !== strpos( $shown, '<taaliq-comments ' ) ) {
		return $shown;
	}
	$contained = '~^(' . SPACE . '<(div|section|aside)\b' . TAG_END . ')(.*)(</\2>' . SPACE . ')$~is';
	if ( preg_match( $contained, $shown, $found ) && is_balanced( $found[3], $found[2] ) ) {
		return $found[1] . element( $found[3] ) . $found[4];
	}
	return element( $shown );
}

/**
 * The template that the theme would show.
 *
 * @param string|null $template Path to keep; null: only asks.
 */
function theme_template( ?string $template = null ): string {
	static $kept = '';
	if ( null !== $template ) {
		$kept = $template;
	}
	$ways = array(
		$kept,
		str_replace( get_stylesheet_directory(), get_template_directory(), $kept ),
		ABSPATH . WPINC . '/theme-compat/comments.php',
	);
	return current( array_filter( $ways, 'file_exists' ) );
}

/**
 * Classic themes: shows our template, which shows the theme's inside of the element.
 *
 * @param string $template Path of the theme's template.
 */
function replace_template( $template ): string {
	if ( ! is_page_of() || ! has_widget() ) {
		return $template;
	}
	theme_template( $template );
	return __DIR__ . '/comments-template.php';
}
// Early: a plugin that has a template of its own (reviews of a shop, say) still puts it in our place.
add_filter( 'comments_template', __NAMESPACE__ . '\replace_template', 1 );

/** The theme's list asks nothing of the hosts of avatars while nobody sees it. */
function hide_avatars(): void {
	add_filter( 'pre_get_avatar', '__return_empty_string', 99 );
}

/** Elsewhere on the page avatars are shown as before. */
function show_avatars(): void {
	remove_filter( 'pre_get_avatar', '__return_empty_string', 99 );
}

/**
 * Block themes: before the block of comments is made.
 *
 * @param string|null $shown What is shown instead.
 * @param array       $block The block.
 */
function before_block( $shown, $block ) {
	if ( 'core/comments' === $block['blockName'] && is_page_of() && has_widget() ) {
		hide_avatars();
	}
	return $shown;
}
add_filter( 'pre_render_block', __NAMESPACE__ . '\before_block', 10, 2 );

/**
 * Block themes: puts the element into the block of comments.
 *
 * @param string    $shown    HTML of the block.
 * @param array     $block    The block.
 * @param \WP_Block $instance The same, with what surrounds it.
 */
function replace_block( $shown, $block, $instance ): string {
	show_avatars();
	$post = $instance->context['postId'] ?? null;
	if ( '' === trim( $shown ) || ! is_page_of( $post ) || ! has_widget( $post ) ) {
		return $shown;
	}
	return wrap( $shown );
}
add_filter( 'render_block_core/comments', __NAMESPACE__ . '\replace_block', 10, 3 );
