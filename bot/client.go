package bot

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/http/httpproxy"
)

// newClient is an HTTP client for Telegram that obeys HTTPS_PROXY, HTTP_PROXY
// and NO_PROXY with http, https, socks5 and socks5h addresses (socks5 resolves
// names at the proxy too). A proxy that cannot be read is an error: net/http
// would silently connect without it.
func newClient(env *httpproxy.Config) (*http.Client, error) {
	for _, address := range []string{env.HTTPSProxy, env.HTTPProxy} {
		if err := checkProxy(address); err != nil {
			return nil, err
		}
	}
	proxy := env.ProxyFunc()
	return &http.Client{Transport: &http.Transport{
		Proxy:                 func(r *http.Request) (*url.URL, error) { return proxy(r.URL) },
		DialContext:           (&net.Dialer{Timeout: 15 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSHandshakeTimeout:   15 * time.Second,
		IdleConnTimeout:       90 * time.Second,
		MaxIdleConnsPerHost:   32,
		ForceAttemptHTTP2:     true,
		ExpectContinueTimeout: time.Second,
		// A proxy may drop a connection without a word; without pings every
		// request on it would wait for its own timeout.
		HTTP2: &http.HTTP2Config{SendPingTimeout: 20 * time.Second, PingTimeout: 10 * time.Second},
	}}, nil
}

func checkProxy(address string) error {
	if address == "" {
		return nil
	}
	scheme, _, found := strings.Cut(address, "://")
	if !found {
		scheme, address = "http", "http://"+address
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return fmt.Errorf("HTTPS_PROXY is not an address like http://127.0.0.1:7890 or socks5://127.0.0.1:1080")
	}
	switch scheme {
	case "http", "https", "socks5", "socks5h":
		return nil
	}
	return fmt.Errorf("HTTPS_PROXY has the scheme %q; http, https, socks5 and socks5h work", scheme)
}

// checkAPIURL returns the address without a slash at its end.
func checkAPIURL(address string) (string, error) {
	if address == "" {
		return defaultAPIURL, nil
	}
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return "", fmt.Errorf("TELEGRAM_API_URL is not an http or https address")
	}
	return strings.TrimRight(address, "/"), nil
}
