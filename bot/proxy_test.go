package bot

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/binary"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/http/httpproxy"
)

// proxyTo is a proxy on loopback that leads every connection to one target,
// whatever name it is asked for; only it knows the name.
func proxyTo(t *testing.T, target string, shake func(net.Conn, *bufio.Reader) error) (addr string, used *atomic.Int32) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	used = new(atomic.Int32)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			used.Add(1)
			go lead(c, target, shake)
		}
	}()
	return l.Addr().String(), used
}

func lead(c net.Conn, target string, shake func(net.Conn, *bufio.Reader) error) {
	defer c.Close()
	in := bufio.NewReader(c)
	if shake(c, in) != nil {
		return
	}
	to, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	go func() { defer to.Close(); _, _ = io.Copy(to, in) }()
	_, _ = io.Copy(c, to)
}

// shakeSOCKS5 is the server's side of RFC 1928 with the password of RFC 1929.
func shakeSOCKS5(c net.Conn, in *bufio.Reader) error {
	head := make([]byte, 2)
	if _, err := io.ReadFull(in, head); err != nil {
		return err
	}
	if _, err := io.CopyN(io.Discard, in, int64(head[1])); err != nil {
		return err
	}
	_, _ = c.Write([]byte{5, 2}) // user and password
	for skip := 1; skip <= 2; skip++ {
		if skip == 1 {
			_, _ = in.ReadByte() // version
		}
		n, err := in.ReadByte()
		if err != nil {
			return err
		}
		if _, err := io.CopyN(io.Discard, in, int64(n)); err != nil {
			return err
		}
	}
	_, _ = c.Write([]byte{1, 0})
	request := make([]byte, 4)
	if _, err := io.ReadFull(in, request); err != nil {
		return err
	}
	if request[3] != 3 { // a name, not an address: it is resolved at the proxy
		return io.ErrUnexpectedEOF
	}
	n, _ := in.ReadByte()
	var port uint16
	if _, err := io.CopyN(io.Discard, in, int64(n)); err != nil {
		return err
	}
	if err := binary.Read(in, binary.BigEndian, &port); err != nil {
		return err
	}
	_, err := c.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
	return err
}

func shakeCONNECT(c net.Conn, in *bufio.Reader) error {
	r, err := http.ReadRequest(in)
	if err != nil || r.Method != http.MethodConnect {
		return io.ErrUnexpectedEOF
	}
	_, err = io.WriteString(c, "HTTP/1.1 200 OK\r\n\r\n")
	return err
}

func TestProxies(t *testing.T) {
	telegram := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, r.Host)
	}))
	defer telegram.Close()
	target := telegram.Listener.Addr().String()
	for scheme, shake := range map[string]func(net.Conn, *bufio.Reader) error{
		"http": shakeCONNECT, "": shakeCONNECT, "socks5": shakeSOCKS5, "socks5h": shakeSOCKS5,
	} {
		t.Run("scheme "+scheme, func(t *testing.T) {
			addr, used := proxyTo(t, target, shake)
			proxy := "someone:pass-word@" + addr
			if scheme != "" {
				proxy = scheme + "://" + proxy
			}
			client, err := newClient(&httpproxy.Config{HTTPSProxy: proxy, NoProxy: "direct.example"})
			if err != nil {
				t.Fatal(err)
			}
			// The certificate of httptest names example.com.
			pool := telegram.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs
			client.Transport.(*http.Transport).TLSClientConfig = &tls.Config{RootCAs: pool}
			defer client.CloseIdleConnections()
			resp, err := client.Get("https://example.com/bot")
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			if body, _ := io.ReadAll(resp.Body); string(body) != "example.com" || used.Load() != 1 {
				t.Errorf("got %q after %d connections through the proxy", body, used.Load())
			}
		})
	}
}

func TestProxyThatCannotBeReadIsSaid(t *testing.T) {
	for _, proxy := range []string{"socks4://127.0.0.1:1", "://", "http://", "http://[::1", "vmess://x:1"} {
		if _, err := newClient(&httpproxy.Config{HTTPSProxy: proxy}); err == nil || !strings.Contains(err.Error(), "HTTPS_PROXY") {
			t.Errorf("%q: %v", proxy, err)
		}
	}
}

func TestProxyFromTheEnvironment(t *testing.T) {
	for _, name := range []string{"HTTPS_PROXY", "https_proxy"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("https_proxy", "")
			t.Setenv(name, "socks5://127.0.0.1:1")
			b, err := New(Config{Token: "1:aaaaaaaaaa", Ask: echo, Articles: articles, Store: testStore(t)})
			if err != nil {
				t.Fatal(err)
			}
			req, _ := http.NewRequestWithContext(context.Background(), http.MethodGet, defaultAPIURL, nil)
			u, err := b.client.Transport.(*http.Transport).Proxy(req)
			if err != nil || u == nil || u.String() != "socks5://127.0.0.1:1" {
				t.Errorf("proxy %v, %v", u, err)
			}
		})
	}
}
