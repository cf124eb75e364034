<?php
/** Router for `php -S`: files as they are, plugins of this run from their own folder, everything else to WordPress. */
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$plugins = getenv( 'TEST_SITE_PLUGINS' );
$mu_plugins = getenv( 'TEST_SITE_MU_PLUGINS' );

/** A file as it is. Its address carries its version, so that a browser keeps it and what it compiled of it. */
function served( string $file ): bool {
	$types = array( 'js' => 'text/javascript', 'css' => 'text/css', 'svg' => 'image/svg+xml', 'json' => 'application/json' );
	header( 'Content-Type: ' . ( $types[ pathinfo( $file, PATHINFO_EXTENSION ) ] ?? mime_content_type( $file ) ) );
	header( 'Content-Length: ' . filesize( $file ) );
	header( 'Cache-Control: public, max-age=86400, immutable' );
	readfile( $file );
	return true;
}

$folders = array_filter( array( '/wp-content/plugins' => $plugins, '/wp-content/mu-plugins' => $mu_plugins ) );
foreach ( $folders as $prefix => $folder ) {
	$file = $folder . substr( $path, strlen( $prefix ) );
	if ( str_starts_with( $path, $prefix . '/' ) && is_file( $file ) && ! str_ends_with( $file, '.php' ) ) {
		return served( $file );
	}
}

if ( is_file( $root . $path ) && ! str_ends_with( $path, '.php' ) ) {
	return served( $root . $path );
}
$script = is_dir( $root . $path ) ? rtrim( $path, '/' ) . '/index.php' : $path;
if ( ! is_file( $root . $script ) ) {
	$script = '/index.php';
}
$_SERVER['SCRIPT_NAME'] = $script;
$_SERVER['PHP_SELF'] = $script;
$_SERVER['SCRIPT_FILENAME'] = $root . $script;
chdir( dirname( $root . $script ) );
require $root . $script;
