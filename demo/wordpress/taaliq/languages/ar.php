<?php
/**
 * The plugin's words in Arabic, by the English ones.
 *
 * @package Taaliq
 */

defined( 'ABSPATH' ) || exit;

return array(
	'Taaliq'                                 => 'تعليق (Taaliq)',
	'Only members of this site can comment.' => 'التعليق للمسجَّلين في الموقع.',
	'Log in'                                 => 'تسجيل الدخول',
	/* translators: %s: name of the reader */
	'You comment as %s.'                     => 'تعلّق باسم %s.',
	'Log out'                                => 'تسجيل الخروج',
	'Settings'                               => 'الإعدادات',
	'Visitors may comment by the REST API'   => 'السماح للزوّار بالتعليق عبر واجهة REST',
	'Only pages on other hosts need it: pages of this site post to the address of the theme’s form. The rules above hold for both. Plugins against spam that check the form alone do not see comments from the API.'
		=> 'لا تحتاج إليه إلا صفحاتٌ على مواقع أخرى: فصفحات هذا الموقع ترسل إلى عنوان نموذج القالب. وتسري القواعد أعلاه على الطريقين. أما إضافات مكافحة السخام التي لا تفحص إلا النموذج فلا ترى ما يأتي عبر الواجهة.',
);
