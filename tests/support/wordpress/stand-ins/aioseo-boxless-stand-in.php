<?php
/**
 * Plugin Name: Stand-in for All in One SEO without its front end
 * Version: 4.9.9
 * Seen: 2026-12-01
 *
 * As a copy of its repository, or a site where its box is switched off: values are shown, and stored over REST alone.
 */
add_filter( 'pre_option_aioseo_stand_in_boxless', '__return_true' );
require_once __DIR__ . '/aioseo-stand-in.php';
