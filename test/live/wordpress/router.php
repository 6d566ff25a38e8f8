<?php
// Router for PHP's own web server: files as they are, everything else to the
// WordPress in the folder that the environment names.
$root = rtrim($_SERVER['DOCUMENT_ROOT'], '/');
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
$file = $root . $path;
if (!str_contains($path, '..') && (is_file($file) || ($path !== '/' && is_file($file . '/index.php')))) {
	return false;
}
$wordpress = getenv('WORDPRESS_ROOT');
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr($wordpress, strlen($root)) . '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $wordpress . '/index.php';
chdir($wordpress);
require $wordpress . '/index.php';
