<?php
/**
 * Configuration of the test sites. Every run shares one copy of WordPress; what differs comes from the environment of
 * the PHP server: where its database lies, which plugins it sees. The address is whatever port the server was given.
 */
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'DB_DIR', getenv( 'TEST_SITE_DATABASE' ) );
define( 'DB_FILE', '.ht.sqlite' );
$table_prefix = 'wp_';

foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( $name . '_KEY', 'test site, no secret: ' . $name );
	define( $name . '_SALT', 'test site, no secret either: ' . $name );
}

define( 'WP_HOME', 'http://' . $_SERVER['HTTP_HOST'] );
define( 'WP_SITEURL', WP_HOME );
define( 'WPMU_PLUGIN_DIR', getenv( 'TEST_SITE_MU_PLUGINS' ) );
if ( getenv( 'TEST_SITE_PLUGINS' ) ) {
	// Served by the router under the usual address.
	define( 'WP_PLUGIN_DIR', getenv( 'TEST_SITE_PLUGINS' ) );
	define( 'WP_PLUGIN_URL', WP_HOME . '/wp-content/plugins' );
}

// Nothing leaves the machine, nothing happens behind a test's back.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'AUTOSAVE_INTERVAL', 86400 );
define( 'CONCATENATE_SCRIPTS', false );
define( 'WP_DEBUG', false );

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
