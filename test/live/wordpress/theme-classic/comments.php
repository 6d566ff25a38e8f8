<?php
if (post_password_required()) {
	return;
}
?>

<!-- As classic themes have it. -->
<div id="comments" class="comments-area" style="max-width: 40rem; margin: auto">
	<?php if (have_comments()) : ?>
		<h2 class="comments-title"><?php comments_number(); ?></h2>
		<ol class="comment-list">
			<?php wp_list_comments(['style' => 'ol', 'avatar_size' => 60]); ?>
		</ol>
		<?php the_comments_pagination(); ?>
	<?php endif; ?>
	<?php if (!comments_open()) : ?>
		<p class="no-comments">Closed.</p>
	<?php endif; ?>
	<?php comment_form(); ?>
</div><!-- #comments -->
