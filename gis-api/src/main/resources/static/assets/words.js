/* What the page says, by language. */
const WORDS = {
  vi: {
    language: 'Tiếng Việt',
    subtitle: 'Sổ địa chỉ và bản đồ đất đai',
    toMap: 'Đến bản đồ',
    code: 'Mã, địa chỉ hoặc tên',
    found: 'Có phải bạn muốn tìm:',
    find: 'Tìm',
    layers: 'Lớp bản đồ',
    plan: 'Quy hoạch',
    legend: 'Loại đất trong khung nhìn',
    day: 'Ngày',
    key: 'Chú giải đầy đủ',
    map: 'Bản đồ',
    mapHelp: 'Phím mũi tên di chuyển bản đồ, cộng và trừ thu phóng, Enter cho biết đối tượng ở giữa bản đồ.',
    firstAddress: 'Một địa chỉ (GeoJSON)',
    health: 'Tình trạng dịch vụ',
    sample: 'Dữ liệu mẫu – không có thật',
    zoomForZones: 'Phóng to để xem quy hoạch sử dụng đất',
    zoomForBuildings: 'Phóng to để xem công trình',
    notAll: 'Chưa hiển thị hết – hãy phóng to',
    failed: 'Một phần bản đồ không tải được',
    noCode: 'Không tìm thấy mã này. Một mã gồm tám chữ và số, ví dụ 7K3Q-9MXP.',
    candidates: 'Mã không tồn tại. Có phải bạn muốn tìm:',
    broken: 'Dịch vụ không trả lời. Xin thử lại.',
    nothingHere: 'Không có đối tượng nào ở giữa bản đồ.',
    close: 'Đóng',
    page: 'Trang của mã này',
    data: 'Dữ liệu (GeoJSON)',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    wards: 'Phường, xã',
    zones: 'Quy hoạch sử dụng đất',
    greenSpaces: 'Không gian xanh',
    drainage: 'Thoát nước',
    addresses: 'Công trình, cơ sở, không gian công cộng',
    building: 'Công trình',
    business: 'Cơ sở kinh doanh',
    publicSpace: 'Không gian công cộng',
    proposed: 'Đề xuất',
    current: 'Đang hiệu lực',
    retired: 'Không còn sử dụng',
    rejected: 'Bị từ chối',
    fields: {
      address: 'Địa chỉ', name: 'Tên', kind: 'Loại', status: 'Trạng thái', ward: 'Phường, xã', validFrom: 'Hiệu lực từ',
      validTo: 'Hiệu lực đến', position: 'Vị trí', locatedAt: 'Nằm tại', code: 'Mã', fullName: 'Tên đầy đủ',
      population: 'Dân số', type: 'Loại', access: 'Ra vào', manager: 'Quản lý', diameter: 'Đường kính',
      material: 'Vật liệu', length: 'Chiều dài', year: 'Năm xây dựng', builtYear: 'Năm xây dựng', storeys: 'Số tầng',
      use: 'Công năng', floorAreaRatio: 'Hệ số sử dụng đất', maxStoreys: 'Tầng cao tối đa',
      buildingDensity: 'Mật độ xây dựng', decisionNumber: 'Quyết định', plan: 'Quy hoạch', owner: 'Chủ sở hữu',
      crossSection: 'Tiết diện', upstreamInvert: 'Cao độ đáy đầu', downstreamInvert: 'Cao độ đáy cuối',
      groundLevel: 'Cao độ mặt đất', invertLevel: 'Cao độ đáy', legalArea: 'Diện tích pháp lý',
      opened: 'Khai trương', category: 'Ngành',
      linkId: 'Tuyến', fromNode: 'Từ nút', toNode: 'Đến nút', nodeId: 'Nút', verticalDatum: 'Hệ cao độ',
    },
  },
  en: {
    language: 'English',
    subtitle: 'Address register and land-use map',
    toMap: 'Go to the map',
    code: 'Code, address or name',
    found: 'Perhaps one of these:',
    find: 'Find',
    layers: 'Map layers',
    plan: 'Land-use plan',
    legend: 'Land use in view',
    day: 'Day',
    key: 'All colours',
    map: 'Map',
    mapHelp: 'Arrow keys move the map, plus and minus zoom, Enter tells what lies in its middle.',
    firstAddress: 'One address (GeoJSON)',
    health: 'Service health',
    sample: 'Sample data (invented)',
    zoomForZones: 'Zoom in to see land use',
    zoomForBuildings: 'Zoom in to see buildings',
    notAll: 'Not everything is shown – zoom in',
    failed: 'A part of the map could not be loaded',
    noCode: 'This code was not found. A code has eight letters and digits, such as 7K3Q-9MXP.',
    candidates: 'No object has this code. Perhaps you mean:',
    broken: 'The service did not answer. Please try again.',
    nothingHere: 'There is nothing in the middle of the map.',
    close: 'Close',
    page: 'Page of this code',
    data: 'Data (GeoJSON)',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    wards: 'Wards',
    zones: 'Land use',
    greenSpaces: 'Green spaces',
    drainage: 'Drainage',
    addresses: 'Buildings, businesses, public spaces',
    building: 'Building',
    business: 'Business',
    publicSpace: 'Public space',
    proposed: 'Proposed',
    current: 'In force',
    retired: 'No longer in use',
    rejected: 'Rejected',
    fields: {
      address: 'Address', name: 'Name', kind: 'Kind', status: 'Status', ward: 'Ward', validFrom: 'Valid from',
      validTo: 'Valid to', position: 'Position', locatedAt: 'Located at', code: 'Code', fullName: 'Full name',
      population: 'Population', type: 'Type', access: 'Access', manager: 'Manager', diameter: 'Diameter',
      material: 'Material', length: 'Length', year: 'Built', builtYear: 'Built', storeys: 'Storeys', use: 'Use',
      floorAreaRatio: 'Floor area ratio', maxStoreys: 'Storeys at most', buildingDensity: 'Building density',
      decisionNumber: 'Decision', plan: 'Plan', owner: 'Owner', crossSection: 'Cross-section',
      upstreamInvert: 'Invert upstream', downstreamInvert: 'Invert downstream', groundLevel: 'Ground level',
      invertLevel: 'Invert level', legalArea: 'Legal area', opened: 'Opened', category: 'Category', linkId: 'Link', fromNode: 'From node', toNode: 'To node',
      nodeId: 'Node', verticalDatum: 'Vertical datum',
    },
  },
};

const FALLBACK = 'en';
const KEPT_AS = 'diachi.language';

/** The languages of a city that the page speaks; English if it speaks none of them. */
export function spokenOf(languages) {
  const spoken = languages.filter((language) => language in WORDS);
  return spoken.length ? spoken : [FALLBACK];
}

/** The language to begin with: the one chosen last, the browser's, or the city's first. */
export function firstLanguage(spoken) {
  const wished = [localStorage.getItem(KEPT_AS), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wished.find((language) => spoken.includes(language)) ?? spoken[0];
}

let language = FALLBACK;

export function currentLanguage() {
  return language;
}

/** Changes the language of everything that is marked with data-word. */
export function speak(wanted) {
  language = wanted;
  document.documentElement.lang = wanted;
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = word(element.dataset.word);
  }
}

/** Remembers the choice for the next visit. */
export function keepLanguage() {
  localStorage.setItem(KEPT_AS, language);
}

export function word(key, inLanguage = language) {
  return WORDS[inLanguage][key] ?? key;
}

/** What a property is called; its own name where the page has no word. */
export function fieldName(name) {
  return WORDS[language].fields[name] ?? name;
}

/** The text of the current language out of a map by language. */
export function inLanguage(texts) {
  return texts?.[language] ?? texts?.[FALLBACK] ?? Object.values(texts ?? {})[0] ?? '';
}
