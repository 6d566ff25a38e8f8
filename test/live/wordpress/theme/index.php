<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title><?php echo esc_html(wp_get_document_title()); ?></title>
<?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<?php while (have_posts()) : the_post(); ?>
<article>
<h1><?php the_title(); ?></h1>
<?php the_content(); ?>
</article>
<?php if (is_singular()) : ?>
<script type="module" src="/taaliq/taaliq.js"></script>
<taaliq-comments backend="wordpress" endpoint="/" <?php echo get_option('taaliq_attributes'); ?>></taaliq-comments>
<?php if (taaliq_on('classic_form')) { comment_form(); } ?>
<?php endif; endwhile; wp_footer(); ?>
</body>
</html>
