<?php
/**
 * Plugin Name:       Taaliq
 * Description:       Comments for readers who write from right to left: the form and the conversation of every article, served from this site alone.
 * Version:           @version@
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            Taaliq contributors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       taaliq
 *
 * @package Taaliq
 */

namespace Taaliq;

defined( 'ABSPATH' ) || exit;

/** Names the folder of the widget's files, too: no browser mixes those of two versions. */
const VERSION = '@version@';

const PLUGIN_FILE = __FILE__;

require __DIR__ . '/includes/articles.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/replace.php';
require __DIR__ . '/includes/reader.php';
require __DIR__ . '/includes/appearance.php';
require __DIR__ . '/includes/rest.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/arabic.php';
