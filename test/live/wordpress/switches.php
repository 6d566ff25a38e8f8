<?php
/*
Plugin Name: Switches for tests
Description: Lets tests on the same machine set up a comment section over HTTP. Never for a real site.
*/

/** Options that tests may set, with the values of a fresh test site. */
function taaliq_options() {
	return [
		// Ours, read below.
		'taaliq_anonymous' => '1',      // anonymous comments by REST (WordPress itself: off)
		'taaliq_rest_closed' => '0',    // like a security plugin: REST only for users
		'taaliq_flood' => '0',          // the 15 seconds between comments (WordPress itself: on)
		'taaliq_hidden_field' => '0',   // like a spam plugin: the classic form has a field of its own
		'taaliq_classic_form' => '0',   // the theme's own form on the page, beside the widget
		'taaliq_attributes' => '',      // further attributes of the widget's tag
		'taaliq_arabic' => '0',         // the site's language, without WordPress's own translation
		'taaliq_kept_pages' => '0',     // a cache on the way is told that it may keep every page
		'taaliq_mails' => '',           // to whom mails would have gone
		// WordPress's own.
		'comment_moderation' => '0',
		'comment_previously_approved' => '0', // WordPress itself: 1
		'comment_registration' => '0',
		'require_name_email' => '1',
		'comment_max_links' => '2',
		'moderation_keys' => '',
		'disallowed_keys' => '',
		'show_avatars' => '1',
		'comments_notify' => '0',
		'moderation_notify' => '0',
		'page_comments' => '0',
		'timezone_string' => 'Asia/Riyadh',
	];
}

function taaliq_on($name) {
	return get_option("taaliq_$name") === '1';
}

/** Sets those of the options above that are wanted. */
function taaliq_set($wanted) {
	foreach (array_intersect_key($wanted, taaliq_options()) as $name => $value) {
		update_option($name, (string) $value);
	}
}

function taaliq_reset($wanted) {
	global $wpdb, $wp_rewrite;
	$wpdb->query("TRUNCATE $wpdb->commentmeta");
	$wpdb->query("TRUNCATE $wpdb->comments");
	$wpdb->query("UPDATE $wpdb->posts SET comment_count = 0");
	wp_cache_flush();
	taaliq_set($wanted + taaliq_options());
	$permalinks = $wanted['permalink_structure'] ?? '/%postname%/';
	if (get_option('permalink_structure') !== $permalinks) {
		$wp_rewrite->set_permalink_structure($permalinks);
		flush_rewrite_rules(false);
	}
}

/** Stores comments without WordPress's checks: fast, and with any parent and status. */
function taaliq_seed($comments) {
	$ids = [];
	wp_defer_comment_counting(true);
	foreach ($comments as $i => $comment) {
		$time = gmdate('Y-m-d H:i:s', $comment['time'] ?? 1700000000 + $i * 60);
		$ids[] = wp_insert_comment(wp_slash([
			'comment_post_ID' => $comment['post'],
			// A reply names its parent by number, or by its place among those seeded with it.
			'comment_parent' => isset($comment['under']) ? $ids[$comment['under']] : ($comment['parent'] ?? 0),
			'comment_author' => $comment['name'] ?? 'قارئ',
			'comment_author_email' => "reader$i@example.org",
			'comment_author_url' => $comment['url'] ?? '',
			'comment_content' => $comment['content'] ?? "تعليق رقم $i",
			'comment_date' => get_date_from_gmt($time),
			'comment_date_gmt' => $time,
			'comment_approved' => $comment['approved'] ?? 1,
			'comment_type' => 'comment',
		]));
	}
	wp_defer_comment_counting(false);
	return $ids;
}

add_filter('pre_wp_mail', function ($sent, $mail) {
	update_option('taaliq_mails', get_option('taaliq_mails') . implode((array) $mail['to']) . ' ');
	return true; // No mail leaves a test site.
}, 10, 2);
add_filter('rest_allow_anonymous_comments', fn() => taaliq_on('anonymous'));
add_filter('comment_flood_filter', fn($block) => taaliq_on('flood') && $block, 99);

if (taaliq_on('arabic')) {
	add_filter('locale', fn() => 'ar');
	$GLOBALS['text_direction'] = 'rtl';
}

add_action('template_redirect', function () {
	if (taaliq_on('kept_pages')) {
		header('Cache-Control: public, max-age=600');
	}
}, 1000);

$taaliq_switching = str_contains($_GET['rest_route'] ?? '', '/taaliq/v1/');

add_filter('rest_authentication_errors', function ($error) use ($taaliq_switching) {
	if ($taaliq_switching || !taaliq_on('rest_closed') || is_user_logged_in()) {
		return $error;
	}
	return new WP_Error('rest_not_logged_in', 'Only users may use this.', ['status' => 401]);
});

add_action('comment_form', function () {
	echo '<input type="hidden" name="spam_check" value="passed">';
});
add_action('pre_comment_on_post', function () {
	if (taaliq_on('hidden_field') && ($_POST['spam_check'] ?? '') !== 'passed') {
		wp_die('Spam.', '', ['response' => 403]);
	}
});

add_action('rest_api_init', function () {
	$route = fn($path, $answer) => register_rest_route('taaliq/v1', $path, [
		'methods' => 'POST',
		'permission_callback' => fn() => ($_SERVER['REMOTE_ADDR'] ?? '') === '127.0.0.1',
		'callback' => fn($request) => $answer($request->get_json_params()),
	]);
	// {option: value, …}: no comments, and a fresh site's options but for these.
	$route('/reset', function ($wanted) {
		taaliq_reset($wanted);
		return ['reset' => true];
	});
	// {option: value, …}: only these change, and the comments stay.
	$route('/set', function ($wanted) {
		taaliq_set($wanted);
		return ['set' => true];
	});
	// [{post, parent | under, name, url, content, time, approved}, …]
	$route('/seed', fn($comments) => taaliq_seed($comments));
	// {id, status: approve | hold | spam | trash | delete}
	$route('/moderate', fn($wanted) => $wanted['status'] === 'delete'
		? wp_delete_comment($wanted['id'], true)
		: wp_set_comment_status($wanted['id'], $wanted['status']));
	// {zip: path of a packed plugin}
	$route('/install', function ($wanted) {
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		WP_Filesystem();
		$done = unzip_file($wanted['zip'], WP_PLUGIN_DIR);
		return is_wp_error($done) ? $done : activate_plugins(array_keys(get_plugins()));
	});
	$route('/deactivate', function () {
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		deactivate_plugins(array_keys(get_plugins()));
		return true;
	});
	$route('/delete', function () {
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		return delete_plugins(array_keys(get_plugins()));
	});
	// {name}
	$route('/theme', function ($wanted) {
		switch_theme($wanted['name']);
		return true;
	});
	$route('/newest', function () {
		[$comment] = get_comments(['number' => 1, 'orderby' => 'comment_ID', 'status' => 'any']);
		return [
			'user' => (int) $comment->user_id,
			'author' => $comment->comment_author,
			'text' => $comment->comment_content,
			'status' => wp_get_comment_status($comment),
		];
	});
	// {name}
	$route('/option', fn($wanted) => ['value' => get_option($wanted['name'], null)]);
});
