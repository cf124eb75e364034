<?php
/** Router for `php -S`: files as they are, plugins of this run from their own folder, everything else to WordPress. */
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$plugins = getenv( 'TEST_SITE_PLUGINS' );
$mu_plugins = getenv( 'TEST_SITE_MU_PLUGINS' );

$folders = array_filter( array( '/wp-content/plugins' => $plugins, '/wp-content/mu-plugins' => $mu_plugins ) );
foreach ( $folders as $prefix => $folder ) {
	$file = $folder . substr( $path, strlen( $prefix ) );
	if ( str_starts_with( $path, $prefix . '/' ) && is_file( $file ) && ! str_ends_with( $file, '.php' ) ) {
		$types = array( 'js' => 'text/javascript', 'css' => 'text/css', 'svg' => 'image/svg+xml', 'json' => 'application/json' );
		$extension = pathinfo( $file, PATHINFO_EXTENSION );
		header( 'Content-Type: ' . ( $types[ $extension ] ?? 'application/octet-stream' ) );
		readfile( $file );
		return true;
	}
}

if ( is_file( $root . $path ) && ! str_ends_with( $path, '.php' ) ) {
	return false;
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
