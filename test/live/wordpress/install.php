<?php
// php install.php ROOT HOST:PORT: installs the site, makes the posts that tests
// use, and prints them as JSON.
[, $root, $host] = $argv;
$_SERVER += [
	'HTTP_HOST' => $host, 'SERVER_NAME' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1',
	'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/', 'REMOTE_ADDR' => '127.0.0.1',
];
define('WP_INSTALLING', true);
require $root . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('جريدة التجربة', 'admin', 'admin@example.org', true, '', 'admin-password');
switch_theme('taaliq');
taaliq_reset([]);

$made = [];
foreach ([
	'open' => ['post_title' => 'مقال مفتوح', 'post_name' => 'open'],
	'arabic' => ['post_title' => 'كيف تكتب تعليقا مفيدا'],
	'closed' => ['post_title' => 'مقال مغلق', 'post_name' => 'closed', 'comment_status' => 'closed'],
	'secret' => ['post_title' => 'مقال بكلمة مرور', 'post_name' => 'secret', 'post_password' => 'secret'],
	'draft' => ['post_title' => 'مسودة', 'post_name' => 'draft', 'post_status' => 'draft'],
	'page' => ['post_title' => 'صفحة', 'post_name' => 'a-page', 'post_type' => 'page'],
] as $key => $post) {
	$id = wp_insert_post($post + [
		'post_content' => 'نص المقال.', 'post_status' => 'publish',
		'comment_status' => 'open', 'post_author' => 1,
	]);
	$made[$key] = ['id' => $id, 'url' => get_permalink($id)];
}
echo json_encode($made);
