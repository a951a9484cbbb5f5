package org.diachi.sheet;

/** The words of sheets in the two languages that they come in. */
enum Word {
    TITLE("Thông tin quy hoạch sử dụng đất", "Land-use statement"),
    SUBJECT("Thửa đất / đối tượng", "Subject"),
    CODE("Mã địa chỉ", "Address code"),
    EXTERNAL_ID("Mã ngoài", "External id"),
    POINT("Điểm", "Point"),
    GEOMETRY("Ranh giới được vẽ", "Drawn geometry"),
    AS_OF("Có hiệu lực vào ngày", "As valid on"),
    KNOWN_AT("Theo dữ liệu đã biết lúc", "As known at"),
    NOW("hiện nay", "now"),
    AREA("Diện tích (m²)", "Area (m²)"),
    LENGTH("Chiều dài (m)", "Length (m)"),
    SHARE("Tỷ lệ (%)", "Share (%)"),
    SYSTEM("Hệ toạ độ tính diện tích", "System in which areas are computed"),
    WARD("Phường, xã", "Ward"),
    STEP("Giai đoạn", "Step"),
    ELABORATION("đang lập", "being drafted"),
    ADOPTION("đã phê duyệt", "adopted"),
    LEGAL_FORCE("có hiệu lực", "in legal force"),
    OBSOLETE("hết hiệu lực", "obsolete"),
    SINCE("từ ngày", "since"),
    DECISION("Quyết định", "Decision"),
    DOCUMENT("Văn bản", "Document"),
    PERIOD("Thời kỳ", "Period"),
    VISION("Tầm nhìn", "Vision"),
    SUPERSEDES("Thay thế", "Supersedes"),
    NO_PLAN("Vùng không thuộc quy hoạch nào", "Zones that belong to no plan"),
    ZONE("Loại đất", "Zone"),
    SCHEME("Hệ thống mã", "Scheme"),
    ZONE_CODE("Mã", "Code"),
    INDICATORS("Chỉ tiêu", "Indicators"),
    BUILDING_DENSITY("mật độ xây dựng (%)", "building density (%)"),
    FLOOR_AREA_RATIO("hệ số sử dụng đất", "floor-area ratio"),
    MAX_STOREYS("số tầng tối đa", "most storeys"),
    MIN_STOREYS("số tầng tối thiểu", "least storeys"),
    SLIVER("mảnh vụn", "sliver"),
    OUTSIDE("Ngoài mọi vùng", "Outside of all zones"),
    OVERLAP("Chồng lấn giữa các vùng", "Overlap among zones"),
    TOTAL("Tổng", "Total"),
    OVERLAYS("Hạn chế và các lớp khác", "Restrictions and other layers"),
    LAYER("Lớp", "Layer"),
    FEATURE("Đối tượng", "Feature"),
    GREEN_SPACES("Không gian xanh", "Green spaces"),
    DRAINAGE("Thoát nước", "Drainage"),
    DISTANCE("Khoảng cách (m)", "Distance (m)"),
    WITHIN("trong phạm vi", "within"),
    SOURCES("Nguồn dữ liệu", "Sources"),
    SOURCE("Nguồn", "Source"),
    FILE("Tệp", "File"),
    DATE("Ngày", "Date"),
    LICENCE("Giấy phép", "Licence"),
    ROWS("Dòng đọc / bị từ chối", "Rows read / refused"),
    NONE("không có", "none"),
    LEGEND("Chú giải", "Legend"),
    NORTH("B", "N"),
    LIVE("Quét để xem dữ liệu hiện hành", "Scan for the live statement"),
    EQUIVALENT("Mã theo hệ thống khác", "In other schemes"),
    LOSS("không hoàn toàn tương đương", "not quite the same");

    private final String vietnamese;
    private final String english;

    Word(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The word in a language: Vietnamese for {@code vi}, English for all others. */
    String in(String language) {
        return language.equals("vi") ? vietnamese : english;
    }
}
