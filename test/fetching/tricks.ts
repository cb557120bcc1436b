/**
 * Addresses from published lists of server-side request forgery tricks, each a fact that those
 * tell: PayloadsAllTheThings (“Server Side Request Forgery”), OWASP's prevention cheat sheet,
 * PortSwigger's URL validation bypass cheat sheet, O. Tsai, “A New Era of SSRF” (Black Hat 2017),
 * N. Grégoire, “Server-side browsing considered harmful” (AppSecEU 2015), CVE-2021-28918,
 * CVE-2024-29415, and the metadata pages of the clouds.
 */
export const NOT_PUBLIC = [
  // Loopback, and the whole of its block.
  ...['http://127.0.0.1', 'https://127.0.0.1/', 'http://127.0.0.1:443', 'http://127.127.127.127'],
  ...['http://127.0.1.3', 'http://127.0.0.0', 'http://127.0.0.1:22', 'http://127.0.0.1:6379'],
  ...['http://0.0.0.0', 'http://0.0.0.0:80', 'http://0/', 'http://00/', 'http://0x0/'],
  // Short, decimal, octal, hexadecimal, mixed, padded.
  ...['http://127.1', 'http://127.0.1', 'http://2130706433/', 'http://3232235521/'],
  ...['http://3232235777/', 'http://2852039166/', 'http://0177.0.0.1/', 'http://017700000001/'],
  ...['http://0x7f000001/', 'http://0x7F.0x0.0x0.0x1/', 'http://0x7f.1', 'http://0177.1'],
  ...['http://0x7f.0.0.01', 'http://0300.0250.0.1', 'http://0xc0.0xa8.0.1', 'http://0xa9fea9fe'],
  ...['http://0251.0376.0251.0376', 'http://0xa9.254.0251.0xfe', 'http://169.16689662'],
  ...['http://00000177.0.0.00001', 'http://0x0000007f.0.0.1', 'http://012.8.8.8', 'http://012.1'],
  ...['http://0000000000000000000017700000001', 'http://4294967295', 'http://127.65535'],
  // Written otherwise: percent signs, circled and full-width digits, other dots, a dot too many.
  ...['http://%31%32%37%2e%30%2e%30%2e%31/', 'http://127%2e0%2e0%2e1', 'http://①②⑦.⓪.⓪.①'],
  ...['http://１２７.０.０.１', 'http://127。0。0。1', 'http://127．0．0．1', 'http://127｡0｡0｡1'],
  ...['http://127.0.0.1.', 'http://127.0.0.1./', 'http://⑯⑨。②⑤④。⑯⑨｡②⑤④', 'http://0ⓧ7f.1/'],
  // Private, shared, special blocks.
  ...['http://10.0.0.1', 'http://172.16.0.1', 'http://192.168.0.1', 'http://100.64.0.1'],
  ...['http://198.18.0.1', 'http://192.0.0.1', 'http://224.0.0.1', 'http://255.255.255.255'],
  // IPv6: unspecified, loopback, local, site-local, multicast.
  ...['http://[::]', 'http://[::]:80/', 'http://[::1]', 'http://[0000::1]:80/'],
  ...['http://[0:0:0:0:0:0:0:1]', 'http://[fe80::1]', 'http://[fc00::1]', 'http://[fd12:3456::1]'],
  ...['http://[fec0::1]', 'http://[ff02::1]'],
  // IPv4 inside IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo.
  ...['http://[::ffff:127.0.0.1]', 'http://[0:0:0:0:0:ffff:127.0.0.1]', 'http://[::ffff:7f00:1]'],
  ...['http://[::ffff:a9fe:a9fe]', 'http://[::FFFF:192.168.0.1]', 'http://[::127.0.0.1]'],
  ...['http://[::7f00:1]', 'http://[::ffff:0:127.0.0.1]', 'http://[64:ff9b::127.0.0.1]'],
  ...['http://[64:ff9b::a9fe:a9fe]', 'http://[64:ff9b:1::10.0.0.1]', 'http://[2002:7f00:1::]'],
  ...['http://[2002:a9fe:a9fe::1]', 'http://[2001:0:4136:e378:8000:63bf:80ff:fffe]'],
  // The clouds' metadata.
  ...['http://169.254.169.254/latest/meta-data/', 'http://169.254.170.2/v2/credentials/'],
  ...['http://[fd00:ec2::254]/latest/meta-data/', 'http://[fd20:ce::254]/computeMetadata/v1/'],
  ...['http://100.100.100.200/latest/meta-data/', 'http://168.63.129.16/machine?comp=goalstate'],
  ...['http://192.0.0.192/latest/', 'http://169.254.169.253', 'http://169.254.42.42/conf'],
  ...['http://[::ffff:169.254.169.254]', 'http://169.254.0.23', 'http://169.254.169.123'],
  // Names that are inside by themselves, though a name server calls them public.
  ...['http://localhost', 'https://localhost/', 'http://LOCALHOST', 'http://localhost.'],
  ...[
    'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    'http://loc%61lhost',
    'http://a.localhost',
    'http://localhost.localdomain',
  ],
  ...['http://metadata/computeMetadata/v1/', 'http://metadata.google.internal/computeMetadata/'],
  ...['http://instance-data/latest/', 'http://metadata.azure.internal', 'http://printer.local'],
  ...['http://box.lan', 'http://nas.home.arpa', 'http://wiki.corp', 'http://loc\u00adalhost/'],
  // Names of the public that lead inside.
  ...['http://localtest.me', 'http://127.0.0.1.nip.io', 'http://169.254.169.254.nip.io'],
  ...['http://customer1.app.localhost.my.company.127.0.0.1.nip.io', 'http://10.0.0.1.nip.io'],
  ...['http://spoofed.example.org', 'http://six.example.org', 'http://half.example.org'],
  ...['http://ⓢⓟⓞⓞⓕⓔⓓ.example.org', 'http://spoofed.example.org.', 'http://mapped.example.org'],
  // Public, at a port that is not the web's.
  ...['http://public.example.org:22', 'http://public.example.org:6379', 'http://8.8.8.8:25'],
  ...['http://8.8.8.8:11211/', 'https://public.example.org:2375', 'http://public.example.org:0'],
] as const;

/** What is no address of a page at all. */
export const BAD = [
  ...['file:///etc/passwd', 'gopher://127.0.0.1:25/xHELO', 'dict://127.0.0.1:11211/stat'],
  ...['ftp://127.0.0.1/', 'ldap://localhost:389/', 'sftp://a.example.org:22/', 'data:text/plain,a'],
  ...[
    'tftp://a.example.org:69/a',
    'jar:http://127.0.0.1!/',
    'netdoc:///etc/passwd',
    'ws://127.0.0.1',
  ],
  ...[
    'javascript:alert(1)',
    'view-source:http://127.0.0.1',
    'blob:http://127.0.0.1/1',
    '',
    '//127.1',
  ],
  ...['http:127.0.0.1', 'http:///127.0.0.1', 'http:/127.0.0.1', 'http:\\\\127.0.0.1', '127.0.0.1'],
  // A host before another: whoever reads the first is misled about the second.
  ...['http://example.org@127.0.0.1', 'http://example.org:80@127.0.0.1/', 'http://@127.0.0.1/'],
  ...[
    'http://user:pass@public.example.org/',
    'http://:@127.0.0.1',
    'http://1.1.1.1 &@2.2.2.2# @3.3.3.3/',
  ],
  ...['http://127.1.1.1:80\\@127.2.2.2:80/', 'http://127.1.1.1:80\\@@127.2.2.2:80/'],
  ...['http://127.1.1.1:80:\\@@127.2.2.2:80/', 'http://127.1.1.1:80#\\@127.2.2.2:80/'],
  ...[
    'http://example.org\\.127.0.0.1',
    'http://public.example.org%00.127.0.0.1',
    'http://a..b.org',
  ],
  ...['http://example.org\r\nHost: 127.0.0.1', 'http://exa\tmple.org', 'http://localhost..'],
  // Ports, zones and numbers that are none.
  ...['http://localhost:+11211aaa', 'http://localhost:00011211aaaa', 'http://127.0.0.1:99999'],
  ...[
    'http://[fe80::1%25eth0]',
    'http://[::1%25lo]/',
    'http://0000::1:80/',
    'http://[::ffff:1.2.3]',
  ],
  ...['http://256.256.256.256', 'http://4294967296', 'http://127.0.0.0x100', 'http://1.2.3.4.5'],
  ...[
    'http://[127.0.0.1]',
    'http://127.0.0.1%20',
    'http://08.8.8.8',
    '0://evil.org:80;http://a.org:80/',
  ],
  `http://public.example.org/${'a'.repeat(3_000)}`,
] as const;
